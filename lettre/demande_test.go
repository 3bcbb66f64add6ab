package lettre

import (
	"strings"
	"testing"

	"accord/dossier"
	"accord/droit"
	"accord/suivi"
	v "accord/valeur"
)

var lundi = v.NewJour(2026, 11, 9)

// lettre is a rung of the ladder of a question about an arrêt from 4 to 17
// November, asked since the 5th, as it is written on a Monday.
func relance(code, aupres string, n suivi.NatureRappel) Demande {
	a := aupres
	if n == suivi.RappelInformation {
		a = "assure"
	}
	return Demande{
		Question: &dossier.Question{Code: code, AupresDe: aupres, Pour: v.P(v.NewJour(2026, 11, 4), v.NewJour(2026, 11, 17)), Depuis: v.NewJour(2026, 11, 5), Phrase: "Ce qui est demandé.", Enjeu: 43712},
		Rappel:   suivi.Rappel{Le: lundi, A: a, Nature: n},
		Nom:      "DURAND Camille", Employeur: "MENUISERIE DES LILAS", Caisse: "CPAM d'essai", Le: lundi, Calendrier: droit.Calendrier{}, Jours: 14, Ecoules: 5, Certain: 36157,
	}
}

func contient(t *testing.T, nom, texte string, dits ...string) {
	t.Helper()
	for _, dit := range dits {
		if !strings.Contains(texte, dit) {
			t.Errorf("%s : la lettre ne dit pas «%s» :\n%s", nom, dit, texte)
		}
	}
}

// Each question has its letter: what is asked, of which days, by when, and what
// happens meanwhile.
func TestDemander(t *testing.T) {
	for code := range objets {
		l := relance(code, "assure", suivi.RappelDemande)
		objet, corps := l.Rediger()
		if objet == "" || objet == "Il nous manque une information" {
			t.Errorf("%s : objet «%s»", code, objet)
		}
		contient(t, code, corps, "Ce qui est demandé.", "du 4 au 17 novembre 2026 ; 14 jours dépendent de cette réponse, dont 5 sont passés ; jusqu'à 437,12 € brut en dépendent", "avant le ")
		meme := "les jours qui n'en dépendent pas sont payés, et ce qui est certain des autres (361,57 € brut) est versé en acompte"
		if code == dossier.QuestionCompte { // nothing is paid without an account
			meme = "Dès que nous aurons ce compte, ce qui est dû y est versé"
		}
		contient(t, code, corps, meme)
		if strings.Contains(corps, "Concerne :") || strings.Contains(corps, "S21.") {
			t.Errorf("%s : l'assuré reçoit la lettre d'un employeur :\n%s", code, corps)
		}
	}
}

// An employer is told where the answer is written, when it was asked before, and
// what comes without it: a reminder, a summons, then an agent.
func TestEchelleDUnEmployeur(t *testing.T) {
	demande := relance(dossier.QuestionSalaire, "employeur:90000000100017", suivi.RappelDemande)
	demande.Suite = &suivi.Rappel{Nature: suivi.RappelRappel, Le: lundi + 3}
	objet, corps := demande.Rediger()
	if objet != "Il nous manque un salaire" {
		t.Error(objet)
	}
	contient(t, "demande", corps, "Concerne : DURAND Camille.", "bloc", "S21.G00.51", "avant le 15 novembre 2026", "Sans réponse, nous vous le rappellerons à partir du 12 novembre 2026")

	rappel := relance(dossier.QuestionSalaire, "employeur:90000000100017", suivi.RappelRappel)
	rappel.Deja, rappel.Suite = []v.Jour{lundi - 3}, &suivi.Rappel{Nature: suivi.RappelDemeure, Le: lundi + 7}
	objet, corps = rappel.Rediger()
	if objet != "Rappel : il nous manque un salaire" {
		t.Error(objet)
	}
	contient(t, "rappel", corps, "Nous vous l'avons demandé le 6 novembre 2026 ; nous n'avons pas reçu de réponse", "avant le 15 novembre 2026", "nous vous mettrons en demeure à partir du 16 novembre 2026")

	demeure := relance(dossier.QuestionSalaire, "employeur:90000000100017", suivi.RappelDemeure)
	demeure.Deja, demeure.Suite = []v.Jour{lundi - 7, lundi - 3, lundi - 3}, &suivi.Rappel{Nature: suivi.RappelAgent, Le: lundi + 5}
	objet, corps = demeure.Rediger()
	if objet != "Mise en demeure : il nous manque un salaire" {
		t.Error(objet)
	}
	contient(t, "mise en demeure", corps, "demandé le 2 novembre 2026 et le 6 novembre 2026", "un agent de la caisse prendra le dossier en main à partir du 14 novembre 2026", "L.114-17-1")
}

// Nobody is told of an advance that an employer does not get: what is certain is paid to
// him with the rest. The insured reads it in the words of the next step, he in words to him.
func TestSansAcompteALEmployeur(t *testing.T) {
	for _, n := range []suivi.NatureRappel{suivi.RappelDemande, suivi.RappelInformation} {
		l := relance(dossier.QuestionSalaire, "employeur:90000000100017", n)
		l.Certain, l.Subroge = 0, 36157
		_, corps := l.Rediger()
		dit := "Vous avez maintenu le salaire : il ne vous est pas versé d'acompte, et 361,57 € brut, déjà certains, vous seront payés avec le reste."
		if n == suivi.RappelInformation {
			dit = suivi.SansAcompte(36157)
		}
		contient(t, string(n), corps, "sont payés. "+dit+"\n")
		if strings.Contains(corps, "est versé en acompte") {
			t.Errorf("%s : la lettre annonce un acompte :\n%s", n, corps)
		}
	}
}

// The insured is told what his employer was asked, and what he can do himself.
func TestInformerLAssure(t *testing.T) {
	for code, dit := range map[string]string{
		dossier.QuestionSalaire: "vos bulletins de paie", dossier.QuestionAccident: "déclarer l'accident vous-même", dossier.QuestionDates: "Vous n'avez rien à faire",
	} {
		l := relance(code, "employeur:90000000100017", suivi.RappelInformation)
		l.Deja = []v.Jour{lundi - 3}
		objet, corps := l.Rediger()
		if objet != "Votre employeur ne nous a pas encore répondu" {
			t.Error(objet)
		}
		contient(t, code, corps, "Votre employeur, MENUISERIE DES LILAS, ne nous a pas encore envoyé ce que nous lui avons demandé le 6 novembre 2026", "« Ce qui est demandé. »", dit, "361,57 €")
	}
}

// Whoever had been asked is told once that nothing more is expected.
func TestClore(t *testing.T) {
	c := Cloture{A: "employeur:90000000100017", Objet: "Il nous manque un salaire", EcritLe: lundi, Nom: "DURAND Camille"}
	objet, corps := c.Rediger("CPAM d'essai")
	contient(t, objet, corps, "Concerne : DURAND Camille.", "lettre du 9 novembre 2026 (« Il nous manque un salaire »)", "plus rien à envoyer", "CPAM d'essai")
	c.A = "assure"
	if _, corps := c.Rediger("CPAM d'essai"); strings.Contains(corps, "Concerne") {
		t.Error("l'assuré sait qui il est")
	}
}
