package web

import (
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"accord/dossier"

	"golang.org/x/net/html"
)

// The page tells the records of a person, and leads to each.
func TestFichesDeLaPersonne(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	racine := ouvrirPage(t, h, "/dossiers/"+dossierLong)
	var lignes []string
	for _, n := range tous(racine, "section", "") {
		if attribut(n, "id") == "fiches" {
			for _, l := range tous(n, "tr", "")[1:] {
				lignes = append(lignes, texte(l))
			}
		}
	}
	if len(lignes) != 2 {
		t.Fatalf("%d fiches : %v", len(lignes), lignes)
	}
	for i, mots := range [][]string{
		{"285 •• •• ••• 042", "NIR", claire, "elle conduit"},
		{"710 •• •• ••• 001", "numéro provisoire", ancienne, "20/09/2026", "à 285 •• •• ••• 042", "Zoé Martin", "technicien", "immatriculation reçue", "361,57 €", "Séparer"},
	} {
		for _, mot := range mots {
			if !strings.Contains(lignes[i], mot) {
				t.Errorf("la ligne ne dit pas «%s» : %s", mot, lignes[i])
			}
		}
	}
	page := lire(t, h, "/dossiers/"+dossierLong+"/fiches/"+ancienne, http.StatusOK)
	for _, mot := range []string{"dsn-2026-08.txt", "PAYEMARSABCDEFGHIJKL", "Séparer cette fiche", "immatriculation reçue"} {
		if !strings.Contains(page, mot) {
			t.Errorf("la fiche ne dit pas «%s»", mot)
		}
	}
	for _, mot := range []string{"aat-0914.json", ordreEmis, nirProvisoire.Clair()} {
		if strings.Contains(page, mot) {
			t.Errorf("la fiche montre «%s»", mot)
		}
	}
	lire(t, h, "/dossiers/"+dossierLong+"/fiches/"+solde, http.StatusNotFound)
	if seule := lire(t, h, "/dossiers/"+dossierSeul, http.StatusOK); strings.Contains(seule, `id="fiches"`) {
		t.Error("une personne d'une seule fiche en montre la liste")
	}
	if o := lire(t, h, "/ordres/PAYEMARSABCDEFGHIJKL", http.StatusOK); !strings.Contains(o, "/fiches/"+ancienne) {
		t.Error("le paiement ne dit pas quelle fiche le porte")
	}
}

// seNommer gives the cookie of someone at the desk.
func seNommer(t *testing.T, h http.Handler, nom, role string) string {
	t.Helper()
	rep, _ := repondre(t, h, formulaire("/moi", "", url.Values{"nom": {nom}, "role": {role}}))
	if len(rep.Cookies()) != 1 {
		t.Fatalf("statut %d", rep.StatusCode)
	}
	return rep.Cookies()[0].Name + "=" + rep.Cookies()[0].Value
}

func formulaire(cible, cookie string, v url.Values) *http.Request {
	r := requete(http.MethodPost, cible, strings.NewReader(v.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	if cookie != "" {
		r.Header.Set("Cookie", cookie)
	}
	return r
}

// Records are brought together from the desk: what is typed wrong is said beside it,
// the effect is seen first, and beyond the limits of a role the act waits.
func TestReunirDuBureau(t *testing.T) {
	b := nouveauBureau(t)
	h := service(t, b, io.Discard)
	cookie := seNommer(t, h, "Anne Lebrun", "technicien")
	const adresse = "/dossiers/" + dossierLong + "/actes/rattacher"
	for _, c := range []struct {
		objet, valeur, motif, pas string
		statut                    int
		dit                       []string
	}{
		{"", "", "", "voir", http.StatusUnprocessableEntity, []string{"Tapez un NIR", "Dites quel numéro est le bon", "Dites ce que vous avez vu"}},
		{"2 85 03 75 116 043 00", "ici", "vu", "voir", http.StatusUnprocessableEntity, []string{"La clé de ce NIR est fausse"}},
		{ancienne, "autre", "vu", "voir", http.StatusUnprocessableEntity, []string{"donnez le NIR entier"}},
		{"1 85 01 99 999 001", "ici", "vu", "voir", http.StatusUnprocessableEntity, []string{"Aucune fiche ne porte ce numéro"}},
		{solde, "ici", "vu", "voir", http.StatusUnprocessableEntity, []string{"détachez-la d'abord"}},
		{"7 10 00 00 000 001", "ici", "vu", "voir", http.StatusOK, []string{"-1 500,00 €", "Au-delà de ce que votre rôle peut seul", "SIRET 443 061 841 00047", ancienne + "-20261001", "1 jour a été payé deux fois", "710 •• •• ••• 001"}},
		{"7100000000001", "autre", "vu", "voir", http.StatusOK, []string{"-1 500,00 €"}},
		{"7100000000001", "autre", "vu", "faire", http.StatusSeeOther, nil},
	} {
		rep, corps := repondre(t, h, formulaire(adresse, cookie, url.Values{"objet": {c.objet}, "valeur": {c.valeur}, "motif": {c.motif}, "pas": {c.pas}}))
		if rep.StatusCode != c.statut {
			t.Fatalf("«%s», «%s» : statut %d\n%s", c.objet, c.valeur, rep.StatusCode, corps)
		}
		if c.statut != http.StatusSeeOther {
			verifierPage(t, c.objet, corps)
		}
		lu := strings.ReplaceAll(html.UnescapeString(corps), "\u202f", " ")
		for _, mot := range c.dit {
			if !strings.Contains(strings.ReplaceAll(lu, "\u00a0", " "), mot) {
				t.Errorf("«%s», «%s» : la page ne dit pas «%s»\n%s", c.objet, c.valeur, mot, corps)
			}
		}
	}
	for _, fait := range []string{dossierLong + " devient 7100000000001", dossierLong + " est 7100000000001"} {
		if !slices.Contains(b.demande, fait) {
			t.Errorf("«%s» n'a pas été demandé : %v", fait, b.demande)
		}
	}
	if page := lire(t, h, "/dossiers/"+dossierLong, http.StatusOK); !strings.Contains(page, "sans effet, à confirmer") || !strings.Contains(page, "la fiche "+ancienne) {
		t.Error("l'acte qui attend ne se voit pas sur le dossier")
	}
}

// The records that may be parted are those that were attached, and no other.
func TestSeparerDuBureau(t *testing.T) {
	b := nouveauBureau(t)
	h := service(t, b, io.Discard)
	cookie := seNommer(t, h, "Anne Lebrun", "technicien")
	r := requete(http.MethodGet, "/dossiers/"+dossierLong+"/actes/detacher?objet="+ancienne, nil)
	r.Header.Set("Cookie", cookie)
	_, corps := repondre(t, h, r)
	if !strings.Contains(corps, `<option value="`+ancienne+`" selected>`) || strings.Contains(corps, `<option value="`+claire+`"`) {
		t.Errorf("%s", corps)
	}
	for _, c := range []struct {
		dossier string
		offert  bool
	}{{dossierLong, true}, {dossierSeul, false}} {
		r := requete(http.MethodGet, "/dossiers/"+c.dossier+"/actes", nil)
		r.Header.Set("Cookie", cookie)
		_, corps := repondre(t, h, r)
		if strings.Contains(corps, string("/actes/"+dossier.Detacher)) != c.offert || !strings.Contains(corps, string("/actes/"+dossier.Rattacher)) {
			t.Errorf("%s : %s", c.dossier, corps)
		}
	}
}

// An act that two records keep is shown once.
func TestActeDeDeuxFiches(t *testing.T) {
	b := nouveauBureau(t)
	vue := b.vues[claire]
	vue.Pieces = append(vue.Pieces, pieces()...)
	h := service(t, b, io.Discard)
	cookie := seNommer(t, h, "Anne Lebrun", "directeur")
	if rep, corps := repondre(t, h, formulaire("/dossiers/"+dossierLong+"/actes/detacher", cookie, url.Values{"objet": {ancienne}, "motif": {"deux personnes"}, "pas": {"faire"}})); rep.StatusCode != http.StatusSeeOther {
		t.Fatalf("%d\n%s", rep.StatusCode, corps)
	}
	double := vue.Pieces[len(vue.Pieces)-1]
	double.Personne, double.Empreinte = ancienne, empreinteDe("double")
	vue.Pieces = append(vue.Pieces, double)
	if n := strings.Count(lire(t, h, "/dossiers/"+dossierLong, http.StatusOK), "<h3>Séparer une fiche"); n != 1 {
		t.Errorf("l'acte se montre %d fois", n)
	}
}
