package web

import (
	"io"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"

	"accord/app"

	"golang.org/x/net/html"
)

func ouvrirPage(t *testing.T, h http.Handler, adresse string) *html.Node {
	t.Helper()
	return verifierPage(t, adresse, lire(t, h, adresse, http.StatusOK))
}

// lignesListe gives the cells of each line of the list.
func lignesListe(racine *html.Node) [][]string {
	var ls [][]string
	for _, table := range tous(racine, "table", "liste") {
		for _, tr := range tous(table, "tr", "")[1:] {
			var cases []string
			for c := range tr.ChildNodes() {
				cases = append(cases, texte(c))
			}
			ls = append(ls, cases)
		}
	}
	return ls
}

func TestListe(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	racine := ouvrirPage(t, h, "/")
	ls := lignesListe(racine)
	if len(ls) != parPage {
		t.Fatalf("%d lignes, attendu %d", len(ls), parPage)
	}
	premier := strings.Join(ls[0], " | ")
	for _, attendu := range []string{"20 345", "urgence signalée", "2 tâches ouvertes", "13/10/2026 il y a 41 jours", "MARTIN (née ou né DUPUIS) Claire", dossierLong, "du 14/09/2026 au 30/11/2026", "1 012,45 € 48 jours", "l'employeur TRANSPORTS ROCHE"} {
		if !strings.Contains(premier, attendu) {
			t.Errorf("la première ligne ne dit pas «%s» : %s", attendu, premier)
		}
	}
	racine = ouvrirPage(t, h, "/?ordre=anciennete")
	anciens := lignesListe(racine)
	if !strings.Contains(strings.Join(anciens[1], " "), "essai : jamais payé") || strings.Contains(premier, "essai") {
		t.Error("le dossier d'essai n'est pas marqué, ou un autre l'est")
	}
	retards := 0
	for _, n := range tous(racine, "span", "retard") {
		if strings.HasPrefix(texte(n), "avant le ") {
			continue // of what is awaited
		}
		if !strings.HasPrefix(texte(n), "il y a ") {
			t.Errorf("retard «%s»", texte(n))
		}
		retards++
	}
	if retards == 0 || retards == len(anciens) {
		t.Errorf("%d jours impayés en retard sur %d : le délai légal ne les départage pas", retards, len(anciens))
	}
}

// The list says what is awaited, and by when, in the words of the page of the dossier.
func TestListeDitCeQuiEstAttendu(t *testing.T) {
	b := nouveauBureau(t)
	h := service(t, b, io.Discard)
	racine := ouvrirPage(t, h, "/")
	var quoi []string
	for _, n := range tous(racine, "span", "quoi") {
		quoi = append(quoi, texte(n))
	}
	if len(quoi) != 1 {
		t.Fatalf("%d suites dites, une seule est connue : %q", len(quoi), quoi)
	}
	var dit string
	for i := range b.vues[claire].Etapes {
		if app.NumeroDossier(claire, &b.vues[claire].Etapes[i].Chaine) == dossierLong {
			dit = b.vues[claire].Etapes[i].Phrase
		}
	}
	page := ouvrirPage(t, h, "/dossiers/"+dossierLong)
	if n := tous(page, "p", "phrase"); len(n) == 0 || !strings.HasPrefix(texte(n[0]), quoi[0]) || !strings.HasPrefix(dit, quoi[0]) {
		t.Errorf("la liste dit «%s», la page «%s»", quoi[0], dit)
	}
	if premier := strings.Join(lignesListe(racine)[0], " | "); !strings.Contains(premier, "avant le 19/10/2026") {
		t.Errorf("la date n'est pas dite : %s", premier)
	}
}

// TestFiltresEtPages: a filter keeps the other, pages keep both, and each count
// is what its link leads to.
func TestFiltresEtPages(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	racine := ouvrirPage(t, h, "/?ordre=anciennete&attend=assure&impayes=1")
	for _, nav := range tous(racine, "nav", "filtres") {
		for _, a := range tous(nav, "a", "") {
			if strings.Contains(texte(a), "actif : suivre le lien") {
				continue // leads to the list without this filter
			}
			compte := texte(tous(a, "span", "compte")[0])
			p := ouvrirPage(t, h, attribut(a, "href"))
			legende := "sur 0,"
			if tables := tous(p, "caption", ""); len(tables) > 0 {
				legende = texte(tables[0])
			}
			if !strings.Contains(legende, "sur "+compte+",") {
				t.Errorf("%s annonce %s : «%s»", attribut(a, "href"), compte, legende)
			}
		}
	}
	actifs := 0
	for _, a := range tous(racine, "a", "") {
		if attribut(a, "aria-current") == "true" {
			actifs++
		}
	}
	if actifs != 2 {
		t.Errorf("%d filtres marqués actifs, attendu 2", actifs)
	}
	deuxieme := ouvrirPage(t, h, "/?ordre=anciennete&impayes=1&page=2")
	var liens []string
	for _, nav := range tous(deuxieme, "nav", "pages") {
		for _, a := range tous(nav, "a", "") {
			liens = append(liens, attribut(a, "href"))
		}
	}
	if strings.Join(liens, " ") != "/?impayes=1&ordre=anciennete /?impayes=1&ordre=anciennete&page=3" {
		t.Errorf("liens de page : %v", liens)
	}
	troisieme := ouvrirPage(t, h, "/?ordre=anciennete&page=3")
	ls := lignesListe(troisieme)
	if len(ls) != 96-2*parPage {
		t.Fatalf("%d lignes à la dernière page", len(ls))
	}
	if a, b := ls[len(ls)-2][0], ls[len(ls)-1][0]; a != "aucun ; à venir le 25/11/2026" || b != "aucun" {
		t.Errorf("plus anciens jours impayés : «%s», «%s»", a, b)
	}
}

// TestOrdreDePrejudice: the work list follows the harm of its lines, raised by
// urgent signals, and leaves out the dossiers where nothing is left.
func TestOrdreDePrejudice(t *testing.T) {
	b := nouveauBureau(t)
	h := service(t, b, io.Discard)
	rangs := map[string]int{}
	for _, r := range b.resumes {
		rangs[r.Dossier] = int(r.Priorite.Rang(r.Prejudice))
	}
	var vus []string
	for page := 1; page <= 3; page++ {
		for _, l := range lignesListe(ouvrirPage(t, h, "/?page="+strconv.Itoa(page))) {
			vus = append(vus, l[2])
		}
	}
	if len(vus) != len(b.resumes)-1 || slices.Contains(vus, dossierPaye) {
		t.Errorf("%d dossiers à traiter sur %d", len(vus), len(b.resumes))
	}
	if !slices.IsSortedFunc(vus, func(a, b string) int { return rangs[b] - rangs[a] }) {
		t.Errorf("l'ordre n'est pas celui du préjudice : %v", vus)
	}
	for _, l := range lignesListe(ouvrirPage(t, h, "/?taches=1")) {
		if !strings.Contains(l[1], "ouverte") {
			t.Errorf("aucune tâche : %v", l)
		}
	}
}

func TestListesVides(t *testing.T) {
	b := nouveauBureau(t)
	h := service(t, b, io.Discard)
	for adresse, phrase := range map[string]string{
		"/?attend=comptable": "Aucun dossier ne répond à ce filtre", "/?page=9": "Cette page de la liste est vide",
	} {
		if corps := texte(ouvrirPage(t, h, adresse)); !strings.Contains(corps, phrase) {
			t.Errorf("%s ne dit pas «%s»", adresse, phrase)
		}
	}
	b.resumes = b.resumes[len(b.resumes)-1:]
	if corps := texte(ouvrirPage(t, h, "/")); !strings.Contains(corps, "Aucun dossier n'est à traiter") {
		t.Error("une base où tout est payé ne se dit pas")
	}
	b.resumes = nil
	if corps := texte(ouvrirPage(t, h, "/")); !strings.Contains(corps, "Il n'y a encore aucun dossier") {
		t.Error("une base vide ne se dit pas")
	}
}

func TestChoixIncomprisIgnores(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	for _, q := range []string{"?attend=tout", "?page=-1", "?page=abc", "?page=99999999999999999999", "?impayes=oui", "?attend=%00", "?ordre=x", "?impayes=1"} {
		if n := len(lignesListe(ouvrirPage(t, h, "/"+q))); n != parPage {
			t.Errorf("%s : %d lignes", q, n)
		}
	}
}

func TestPaginer(t *testing.T) {
	for _, c := range []struct {
		page, total, pages   int
		precedente, suivante string
	}{
		{1, 0, 1, "", ""}, {1, 40, 1, "", ""}, {1, 41, 2, "", "/?page=2"}, {2, 41, 2, "/", ""}, {7, 41, 2, "/?page=2", ""},
	} {
		p := paginer(choix{page: c.page, ordre: app.ParPrejudice}, c.total)
		if p.Pages != c.pages || p.Precedente != c.precedente || p.Suivante != c.suivante {
			t.Errorf("page %d sur %d dossiers : %+v", c.page, c.total, p)
		}
	}
}

func TestRecherche(t *testing.T) {
	b := nouveauBureau(t)
	h := service(t, b, io.Discard)
	cle := string([]byte{byte('0' + nirClaire.Cle()/10), byte('0' + nirClaire.Cle()%10)})
	for _, c := range []struct {
		saisie  string
		statut  int
		mene    string // address, or words of the page
		demande bool   // the base was asked
	}{
		{string(nirClaire), http.StatusSeeOther, "/dossiers/" + claire, true},
		{"2 85 03 75 116 042", http.StatusSeeOther, "/dossiers/" + claire, true},
		{string(nirClaire) + cle, http.StatusSeeOther, "/dossiers/" + claire, true},
		{dossierLong, http.StatusSeeOther, "/dossiers/" + dossierLong, true},
		{strings.ToLower(dossierLong), http.StatusSeeOther, "/dossiers/" + dossierLong, true},
		{claire, http.StatusSeeOther, "/dossiers/" + claire, true},
		{solde, http.StatusSeeOther, "/dossiers/" + dossierSeul, true},
		{" " + sansArret + " ", http.StatusSeeOther, "/dossiers/" + sansArret, true},
		{"1800175116003", http.StatusNotFound, "Aucune personne", true},
		{"INCONNU00001", http.StatusNotFound, "Aucune personne", true},
		{string(nirClaire) + "99", http.StatusUnprocessableEntity, "clé de ce NIR est fausse", false},
		{"28503751160", http.StatusUnprocessableEntity, "Ce n'est ni un NIR", false},
		{"28503751160421", http.StatusUnprocessableEntity, "il faut treize caractères", false},
		{"Martin", http.StatusUnprocessableEntity, "Ce n'est ni un NIR", false},
		{"", http.StatusUnprocessableEntity, "Tapez un NIR", false},
		{"<script>alert(1)</script>", http.StatusUnprocessableEntity, "Ce n'est ni un NIR", false},
	} {
		b.demande = nil
		rep, corps := repondre(t, h, chercher(c.saisie))
		if rep.StatusCode != c.statut {
			t.Errorf("«%s» : statut %d, attendu %d", c.saisie, rep.StatusCode, c.statut)
			continue
		}
		if c.statut == http.StatusSeeOther {
			if l := rep.Header.Get("Location"); l != c.mene || strings.Contains(l, "85037") {
				t.Errorf("«%s» mène à %s, attendu %s", c.saisie, l, c.mene)
			}
		} else if !strings.Contains(texte(verifierPage(t, c.saisie, corps)), c.mene) {
			t.Errorf("«%s» : la page ne dit pas «%s»", c.saisie, c.mene)
		}
		if (len(b.demande) > 0) != c.demande {
			t.Errorf("«%s» : demandé à la base : %v", c.saisie, b.demande)
		}
	}
	r := chercher(strings.Repeat("1", 2*tailleRecherche))
	if rep, _ := repondre(t, h, r); rep.StatusCode != http.StatusBadRequest {
		t.Errorf("une recherche énorme donne %d", rep.StatusCode)
	}
}

func TestPersonne(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	racine := ouvrirPage(t, h, "/dossiers/"+claire)
	var liens []string
	for _, ul := range tous(racine, "ul", "freres") {
		for _, a := range tous(ul, "a", "") {
			liens = append(liens, attribut(a, "href"))
		}
	}
	if strings.Join(liens, " ") != "/dossiers/"+dossierPaye+" /dossiers/"+dossierLong {
		t.Errorf("dossiers de la personne : %v", liens)
	}
	if corps := texte(ouvrirPage(t, h, "/dossiers/"+sansArret)); !strings.Contains(corps, "Aucun arrêt n'est connu") {
		t.Error("une personne sans arrêt ne se dit pas")
	}
	rep, _ := repondre(t, h, requete(http.MethodGet, "/dossiers/"+solde, nil))
	if rep.StatusCode != http.StatusSeeOther || rep.Header.Get("Location") != "/dossiers/"+dossierSeul {
		t.Errorf("le seul dossier d'une personne ne s'ouvre pas : %d %s", rep.StatusCode, rep.Header.Get("Location"))
	}
	// A number whose first day has since moved leads to the person.
	if corps := texte(ouvrirPage(t, h, "/dossiers/"+solde+"-20260106")); !strings.Contains(corps, "du 05/01/2026 au 18/01/2026") {
		t.Error("un dossier dont le premier jour a changé est perdu")
	}
}
