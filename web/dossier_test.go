package web

import (
	"io"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"accord/app"
	"accord/droit"
	"accord/libelle"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

func ficheDe(t *testing.T, vue *app.Vue, numero string) *fiche {
	t.Helper()
	vue.Numero = numero
	f := nouvelleFiche(vue, nouveauBureau(t).table)
	if f == nil {
		t.Fatalf("%s ne s'ouvre pas", numero)
	}
	return f
}

// TestCalendrier: every day of the dossier stands once, in its month and under
// its day of the week, with a sign, a text, a sentence and an address.
func TestCalendrier(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	racine := ouvrirPage(t, h, "/dossiers/"+dossierLong)
	tables := tous(racine, "table", "mois")
	if len(tables) != 3 {
		t.Fatalf("%d mois, attendu 3 (septembre à novembre)", len(tables))
	}
	vus := map[string]bool{}
	for _, table := range tables {
		if len(tous(table, "th", "")) != 7 {
			t.Error("une semaine n'a pas sept jours")
		}
		for _, tr := range tous(table, "tr", "")[1:] {
			colonne := 0
			for td := range tr.ChildNodes() {
				if td.Type != html.ElementNode {
					continue
				}
				colonne++
				for _, a := range tous(td, "a", "") {
					verifierCase(t, a, colonne, vus)
				}
			}
			if colonne != 7 {
				t.Errorf("une semaine a %d cases", colonne)
			}
		}
	}
	// 13 September is paid and is no longer in the calendar: it is shown too.
	for d := j(9, 13); d <= j(11, 30); d++ {
		if !vus[d.String()] {
			t.Errorf("le %s manque au calendrier", d.Francais())
		}
		delete(vus, d.String())
	}
	if len(vus) > 0 {
		t.Errorf("jours de trop : %v", vus)
	}
}

func verifierCase(t *testing.T, a *html.Node, colonne int, vus map[string]bool) {
	t.Helper()
	href := attribut(a, "href")
	d, err := v.ParseJour(href[strings.LastIndexByte(href, '/')+1:])
	if err != nil || vus[d.String()] {
		t.Errorf("case «%s» : jour illisible ou répété", href)
		return
	}
	vus[d.String()] = true
	_, _, numero := d.Date()
	if d.JourSemaine() != colonne || texte(tous(a, "span", "num")[0]) != strconv.Itoa(numero) {
		t.Errorf("le %s est en colonne %d : %s", d.Francais(), colonne, texte(a))
	}
	if !strings.HasPrefix(attribut(a, "title"), libelle.JourEnLettres(d)+" : ") {
		t.Errorf("le %s se dit «%s»", d.Francais(), attribut(a, "title"))
	}
	for _, p := range tous(a, "span", "past") {
		if texte(tous(p, "span", "signe")[0]) == "" || texte(tous(p, "span", "mot")[0]) == "" {
			t.Errorf("le %s n'a que sa couleur", d.Francais())
		}
	}
}

// TestTaches: the page says who must act on what, how often it was asked for, and
// what was done.
func TestTaches(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	racine := ouvrirPage(t, h, "/dossiers/"+dossierLong)
	var section string
	for _, n := range tous(racine, "section", "") {
		if attribut(n, "id") == "taches" {
			section = texte(n)
		}
	}
	for _, attendu := range []string{
		"menace d'expulsion", "un technicien", "dépassé de 2 jours", "Zoé Martin", "2 fois, la dernière le 19/11/2026", "second appel", "acte r2", "dans 5 jours",
		"Promesse du 02/11/2026 ; le 05/11/2026, Luc Accueil : rappelée",
	} {
		if !strings.Contains(section, attendu) {
			t.Errorf("les tâches ne disent pas «%s» : %s", attendu, section)
		}
	}
	// 25,00 € × (41+40+…+1): the 41 days from 13 October to 22 November.
	if corps := texte(racine); !strings.Contains(corps, "21 525 euros × jours") {
		t.Error("le préjudice ne se dit pas")
	}
	if corps := texte(ouvrirPage(t, h, "/dossiers/"+dossierPaye)); strings.Contains(corps, "Tâches") || strings.Contains(corps, "euros × jours") {
		t.Error("un dossier sans tâche en montre")
	}
}

func TestCaseDeuxEmployeurs(t *testing.T) {
	f := ficheDe(t, vueClaire(), dossierLong)
	titres := map[int]caseJour{}
	for _, m := range f.calendrier() {
		if m.Titre != "octobre 2026" {
			continue
		}
		for _, s := range m.Semaines {
			for _, c := range s {
				titres[c.Numero] = c
			}
		}
	}
	un, deux := titres[8], titres[20]
	if len(un.Pastilles) != 1 || un.Pastilles[0].Texte != (v.Centimes(3287)).Nombre() {
		t.Errorf("deux lignes payées ne font pas une marque de leur somme : %+v", un.Pastilles)
	}
	if len(deux.Pastilles) != 2 || !strings.Contains(deux.Titre, "TRANSPORTS ROCHE") || !strings.Contains(deux.Titre, "BOULANGERIE DU MOULIN") {
		t.Errorf("deux états ne se voient pas : %+v", deux)
	}
}

// TestSommesEtRegistre: with one activity line, the balance on screen is that
// of the register.
func TestSommesEtRegistre(t *testing.T) {
	for _, c := range []struct{ personne, numero string }{{claire, dossierPaye}, {solde, dossierSeul}} {
		vue := nouveauBureau(t).vues[c.personne]
		f := ficheDe(t, vue, c.numero)
		var emises []registre.Pose
		for _, o := range vue.Ordres {
			if o.Dossier == c.numero && o.Etat == paiement.Emis {
				emises = append(emises, o.Poses()...)
			}
		}
		var dus []registre.Du
		for _, d := range vue.Dus {
			if d.Dossier == c.numero {
				dus = append(dus, d)
			}
		}
		b := registre.Etablir(dus, emises, aujourdhui-1)
		parTitre := map[string]somme{}
		for _, s := range f.sommes(nil) {
			parTitre[s.Titre] = s
		}
		if s := parTitre["Payé"]; s.Jours != b.Payes || s.Brut != b.Verse {
			t.Errorf("%s : payé %d jours, %s ; le registre dit %d, %s", c.numero, s.Jours, s.Brut, b.Payes, b.Verse)
		}
		if s := parTitre["Dû, non payé"]; s.Jours != b.APayer || s.Brut != b.Du-b.Verse {
			t.Errorf("%s : dû %d jours, %s ; le registre dit %d, %s", c.numero, s.Jours, s.Brut, b.APayer, b.Du-b.Verse)
		}
		if s := parTitre["Non indemnisé"]; s.Jours != b.SansObjet {
			t.Errorf("%s : non indemnisé %d jours ; le registre dit %d", c.numero, s.Jours, b.SansObjet)
		}
	}
}

func TestSommes(t *testing.T) {
	f := ficheDe(t, vueClaire(), dossierLong)
	// Worked out by hand from the sample.
	attendues := map[string]struct {
		jours int
		brut  v.Centimes
	}{
		"Dû, non payé":       {21, 20*1900 + 687}, // 27–31/10, 3–15/11, 21–22/11 at 19,00 €; the rest of 12/10
		"Paiement en cours":  {14, 14 * 1900},
		"Payé":               {27, 26*1900 + 24*1387 + 1387 + 700 + 1387},
		"En attente":         {46, 46 * 250},
		"À venir":            {8, 8 * 1900},
		"Payé en trop":       {1, 1387},
		"Refus à décider":    {5, 0},
		"Refusé ou suspendu": {3, 0},
		"Non indemnisé":      {5, 0},
	}
	for _, s := range f.sommes(f.attentes()) {
		a, ok := attendues[s.Titre]
		if !ok || s.Jours != a.jours || s.Brut != a.brut {
			t.Errorf("%s : %d jours, %s ; attendu %d, %s", s.Titre, s.Jours, s.Brut, a.jours, a.brut)
		}
		if s.Titre == "En attente" && !strings.Contains(s.Precision, "de l'employeur TRANSPORTS ROCHE") {
			t.Errorf("en attente de qui ? «%s»", s.Precision)
		}
		delete(attendues, s.Titre)
	}
	if len(attendues) > 0 {
		t.Errorf("lignes absentes : %v", attendues)
	}
}

// TestSuites: runs are whole: each day of each line in one run and one only,
// and the amounts add up.
func TestSuites(t *testing.T) {
	f := ficheDe(t, vueClaire(), dossierLong)
	jours := 0
	var total, attendu v.Centimes
	for _, g := range f.suites(f.attentes()) {
		var fin v.Jour
		for i := range g.Suites {
			s := &g.Suites[i]
			if s.Periode.Jours() != s.Jours || s.Periode.Du <= fin {
				t.Errorf("%s : %s compte %d jours, après le %s", g.Ligne, s.Dates(), s.Jours, fin.Francais())
			}
			fin = s.Periode.Au
			jours += s.Jours
			total += s.Total()
			if s.Aspect == libelle.Attendu && s.Attend == "" {
				t.Errorf("%s : %s attend, de personne", g.Ligne, s.Dates())
			}
		}
	}
	for i := range f.Jours {
		attendu += f.Jours[i].montant()
	}
	if jours != len(f.Jours) || total != attendu {
		t.Errorf("%d jours et %s en suites, %d et %s au calendrier", jours, total, len(f.Jours), attendu)
	}
}

// TestPageDossier: the page says what a person at a desk wants to know, in this
// order.
func TestPageDossier(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	corps := texte(ouvrirPage(t, h, "/dossiers/"+dossierLong))
	dans := 0
	for _, attendu := range []string{
		"MARTIN (DUPUIS) Claire", "du 14/09/2026 au 30/11/2026", nirClaire.String(), "FR76 •••• 6537",
		"Prochaine étape En attente d'une réponse", "Il manque le salaire d'août 2026", "l'employeur TRANSPORTS ROCHE", "14/10/2026 il y a 40 jours", "19/10/2026 dépassé de 35 jours",
		"Dossiers de la même personne", "du 02/03/2026 au 15/03/2026",
		"Calendrier", "Ce qui est dû, payé, attendu", "À savoir", "Le taux du prélèvement à la source n'est pas connu",
		"Questions ouvertes", "Attendu de l'employeur TRANSPORTS ROCHE", "dépassé de 30 jours", "38", "95,00 €", "Attendu de l'employeur BOULANGERIE DU MOULIN", "dans 2 jours", "À faire par la caisse", "Le plafond de 2027",
		"Jours, du premier au dernier", "17/09/2026 – 11/10/2026", "Délai de carence MAL-CAR-01, article R.323-1",
		"Paiements", ordrePret, "signé, à viser", "annulé", "Ce que le prochain paiement laisse de côté", "380,00 € brut dus à l'employeur BOULANGERIE DU MOULIN, subrogé, depuis le 27/10/2026", "attend la date du prochain paiement régulier (le 04/12/2026)",
		"Arrêts prescrits", "prolongation", "avis d'arrêt de travail, aat-0914.json, lignes 1 à 18",
		"Salaires de la période de référence", "août 2026", "non déclaré", "1 200,00 €", "DSN mensuelle, dsn-2026-08.txt, lignes 112 à 164", "2 552,242", "65,753425", "32,87 €", "Autres salaires connus (5)",
		"Droits", "150 heures en trois mois civils", "droit fermé après le 13/03/2027", "du 01/06/2026 au 31/08/2026",
		"Le calcul, pas à pas", "La moitié du gain journalier", "salaires retenus : 6 000,00", "gain journalier : 65,753425", "du : 17/09/2026 ; au : 31/10/2026", "état : indemnisé ; brut : 855,00",
		"Pièces reçues", "essai : jamais payé", "16/09/2026", "Messages envoyés", "Il nous manque un salaire", "à l'employeur TRANSPORTS ROCHE",
	} {
		i := strings.Index(corps[dans:], attendu)
		if i < 0 {
			t.Errorf("la page ne dit pas «%s», ou trop tôt", attendu)
			continue
		}
		dans += i
	}
	if strings.Contains(corps, "11 jours à 32,87") {
		t.Error("la page dit le calcul d'un autre dossier")
	}
	if n := strings.Count(corps, "TAUX_PAS_INCONNU"); n != 1 {
		t.Errorf("le même avis est dit %d fois", n)
	}
}

func TestLiensDArticle(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	corps := lire(t, h, "/dossiers/"+dossierLong, http.StatusOK)
	if !strings.Contains(corps, `href="https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000031827857">article R.323-1</a>`) {
		t.Error("l'article n'est pas lié à sa version")
	}
	if strings.Contains(corps, "article_lc/\"") {
		t.Error("un article sans version est lié à rien")
	}
}

// TestMoisAnciens: a long dossier shows its last months and folds the others.
func TestMoisAnciens(t *testing.T) {
	f := ficheDe(t, vueSimple("LONG00000009", "LONG", "", false, v.NewJour(2025, 1, 6), j(11, 30)), "LONG00000009-20250106")
	ms := f.calendrier()
	ouverts := 0
	for i, m := range ms {
		if !m.Ancien {
			ouverts++
		} else if i > len(ms)-moisOuverts {
			t.Errorf("%s est plié", m.Titre)
		}
	}
	if len(ms) != 23 || ouverts != moisOuverts {
		t.Errorf("%d mois dont %d ouverts", len(ms), ouverts)
	}
}

func TestDossierDEssai(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	if h1 := texte(tous(ouvrirPage(t, h, "/dossiers/"+dossierTest), "h1", "")[0]); h1 != "ESSAI Prudence essai : jamais payé" {
		t.Errorf("le titre d'un dossier d'essai est «%s»", h1)
	}
}

// A value that a step does not have is not said: the way by which a right opens, when it does not.
func TestChampSansValeur(t *testing.T) {
	if cs := champs([]droit.Champ{droit.C("ouvert", "non"), droit.C("voie", "")}); len(cs) != 1 || cs[0].Nom != "droit ouvert" {
		t.Errorf("%+v", cs)
	}
}
