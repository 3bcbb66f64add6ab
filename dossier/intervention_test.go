package dossier

import (
	"fmt"
	"reflect"
	"testing"

	"accord/droit"
	v "accord/valeur"

	"pgregory.net/rapid"
)

// geste is an act of a technician, the n-th of the story.
func geste(n int, a Intervention) Fait {
	a.ID, a.Par, a.Role, a.Motif, a.Instant = fmt.Sprint("acte", n), "Anne", "technicien", "vu au téléphone", int64(n)
	return Fait{Genre: GenreIntervention, ConnuLe: jour("2026-03-20"), Source: piece(100 + n), Intervention: &a}
}

func periode(du, au string) v.Periode { return v.P(jour(du), jour(au)) }

// What an agent forces is what is computed; every other day stays as it was.
func TestForcer(t *testing.T) {
	ligne := cleLigne(boulangerie, "00001")
	subrogee := append(usuelle()[:4:4], signalement(5, boulangerie, "2026-03-01", "2026-03-15",
		&SubrogationDeclaree{Periode: periode("2026-03-02", "2026-03-15"), IBAN: "FR7630006000011234567890189"}))
	arret := periode("2026-03-02", "2026-03-15")
	for _, c := range []struct {
		nom     string
		faits   []Fait
		acte    Intervention
		attendu string // days by state, gross, gross to the employer
	}{
		{"rien", usuelle(), Intervention{Nature: Noter}, "paye 11 carence 3, 361.57, 0.00"},
		{"un salaire", usuelle(), Intervention{Nature: ForcerSalaire, Ligne: ligne, Periode: periode("2026-02-01", "2026-02-28"), Montant: 2300_00}, "paye 11 carence 3, 379.72, 0.00"},
		{"le salaire d'une ligne inconnue", usuelle(), Intervention{Nature: ForcerSalaire, Ligne: "?", Periode: periode("2026-02-01", "2026-02-28"), Montant: 1}, "paye 11 carence 3, 361.57, 0.00"},
		{"un droit refusé", usuelle(), Intervention{Nature: ForcerDroit, Valeur: "refuse", Periode: arret}, "refuse 14, 0.00, 0.00"},
		{"un droit d'un autre arrêt", usuelle(), Intervention{Nature: ForcerDroit, Valeur: "refuse", Periode: periode("2026-05-01", "2026-05-02")}, "paye 11 carence 3, 361.57, 0.00"},
		{"l'indemnité", usuelle(), Intervention{Nature: ForcerIJ, Montant: 20_00, Periode: arret}, "paye 11 carence 3, 220.00, 0.00"},
		{"la carence", usuelle(), Intervention{Nature: ForcerCarence, Valeur: "0", Periode: arret}, "paye 14, 460.18, 0.00"},
		{"un jour payé", usuelle(), Intervention{Nature: ForcerJour, Valeur: "payer", Periode: periode("2026-03-03", "2026-03-03")}, "paye 12 carence 2, 394.44, 0.00"},
		{"des jours refusés, sans fin", usuelle(), Intervention{Nature: ForcerJour, Valeur: "refuser", Periode: v.Periode{Du: jour("2026-03-12")}}, "paye 7 carence 3 refuse 4, 230.09, 0.00"},
		{"subrogée", subrogee, Intervention{Nature: Noter}, "paye 11 carence 3, 361.57, 361.57"},
		{"l'assuré à la place de l'employeur", subrogee, Intervention{Nature: ForcerDestinataire, Valeur: "assure", Periode: periode("2026-03-10", "2026-03-12")}, "paye 11 carence 3, 361.57, 262.96"},
		{"l'employeur à la place de l'assuré", usuelle(), Intervention{Nature: ForcerDestinataire, Ligne: ligne, Valeur: "employeur", Periode: periode("2026-03-14", "2026-03-20")}, "paye 11 carence 3, 361.57, 65.74"},
		{"le dernier jour travaillé", usuelle(), Intervention{Nature: ForcerDernierJour, Date: jour("2026-03-03"), Periode: arret}, "travaille 2 paye 9 carence 3, 295.83, 0.00"},
	} {
		calcul := calculerFaits(t, append(c.faits, geste(1, c.acte)))
		if got := resumer(&calcul); got != c.attendu {
			t.Errorf("%s : %s, attendu %s", c.nom, got, c.attendu)
		}
		calcul = calculerFaits(t, append(c.faits, geste(1, c.acte), geste(2, Intervention{Nature: Retirer, Objet: "acte1"})))
		sans := calculerFaits(t, c.faits)
		if !reflect.DeepEqual(calcul.Resultat.Jours, sans.Resultat.Jours) || len(calcul.Situation.Interventions) != 0 {
			t.Errorf("%s : retiré, l'acte laisse une trace : %s", c.nom, resumer(&calcul))
		}
	}
}

// resumer says a calendar in a few words.
func resumer(c *Calcul) string {
	n, brut := etats(c)
	s, employeur := "", v.Centimes(0)
	for _, e := range []droit.Etat{droit.Travaille, droit.Paye, droit.Carence, droit.Refuse, droit.Attente} {
		if n[e] > 0 {
			s += fmt.Sprint(e, " ", n[e], " ")
		}
	}
	for _, j := range c.Resultat.Jours {
		if j.Beneficiaire == droit.EmployeurBeneficiaire {
			employeur += j.IJ
		}
	}
	return s[:len(s)-1] + ", " + brut.String() + ", " + employeur.String()
}

// A last day worked after the end of the arrêt, or after the death of the insured, is not heard.
func TestForcerUnDernierJourImpossible(t *testing.T) {
	arret := periode("2026-03-02", "2026-03-15")
	mort := Fait{Genre: GenreEvenement, ConnuLe: jour("2026-03-20"), Source: piece(9), Evenement: &Evenement{
		Envoi: Envoi{Reference: "DECES", Version: 1}, Auteur: EtatCivil, EtabliLe: jour("2026-03-19"), Deces: &DecesDeclare{Le: jour("2026-03-10"), Lien: LienAssure},
	}}
	for _, c := range []struct {
		nom     string
		faits   []Fait
		le      string
		attendu string
	}{
		{"le dernier jour", usuelle(), "2026-03-15", "travaille 14, 0.00, 0.00"},
		{"après la fin", usuelle(), "2026-03-16", "paye 11 carence 3, 361.57, 0.00"},
		{"le jour de la mort", append(usuelle(), mort), "2026-03-10", "travaille 9, 0.00, 0.00"},
		{"après la mort", append(usuelle(), mort), "2026-03-11", "paye 6 carence 3, 197.22, 0.00"},
	} {
		calcul := calculerFaits(t, append(c.faits, geste(1, Intervention{Nature: ForcerDernierJour, Date: jour(c.le), Periode: arret})))
		if got := resumer(&calcul); got != c.attendu {
			t.Errorf("%s : %s, attendu %s", c.nom, got, c.attendu)
		}
	}
}

// Of two acts that force the same thing of one arrêt the later prevails, whatever days they name; and what
// is forced of days to come is decided today: the public computation, which knows nothing decided
// later, gives the same days.
func TestForcerDeuxFois(t *testing.T) {
	entier, fin := periode("2026-03-02", "2026-03-15"), periode("2026-03-10", "2026-03-15")
	futur := v.Periode{Du: jour("2026-03-14")}
	for _, c := range []struct {
		nom     string
		actes   []Fait
		attendu string
	}{
		{"le second dit moins de jours", []Fait{geste(1, Intervention{Nature: ForcerIJ, Montant: 20_00, Periode: entier}), geste(2, Intervention{Nature: ForcerIJ, Montant: 30_00, Periode: fin})}, "paye 11 carence 3, 330.00, 0.00"},
		{"le second dit plus de jours", []Fait{geste(1, Intervention{Nature: ForcerIJ, Montant: 20_00, Periode: fin}), geste(2, Intervention{Nature: ForcerIJ, Montant: 30_00, Periode: entier})}, "paye 11 carence 3, 330.00, 0.00"},
		{"deux choses", []Fait{geste(1, Intervention{Nature: ForcerIJ, Montant: 20_00, Periode: fin}), geste(2, Intervention{Nature: ForcerCarence, Valeur: "0", Periode: entier})}, "paye 14, 280.00, 0.00"},
		{"des jours à venir", []Fait{geste(1, Intervention{Nature: ForcerIJ, Montant: 20_00, Periode: futur})}, "paye 11 carence 3, 220.00, 0.00"},
	} {
		for _, le := range []string{"2026-03-12", "2026-03-20"} {
			faits := append(usuelle(), c.actes...)
			for i := range faits {
				faits[i].ConnuLe = min(faits[i].ConnuLe, jour(le))
			}
			s := Plier(faits, jour(le))
			if s.Cas.Connu() != &s.Cas {
				t.Errorf("%s, le %s : quelque chose est décidé après : %+v", c.nom, le, s.Cas.Decisions)
			}
			calcul := calculerFaits(t, faits)
			if got := resumer(&calcul); got != c.attendu {
				t.Errorf("%s : %s, attendu %s", c.nom, got, c.attendu)
			}
		}
	}
}

// A last day worked that contradicts the prescription is asked about, until an
// agent settles it.
func TestForcerFermeLaQuestion(t *testing.T) {
	faits := append(usuelle()[:4:4], signalement(5, boulangerie, "2026-03-06", "2026-03-15", nil))
	if c := calculerFaits(t, faits); len(c.Questions) != 1 || c.Questions[0].Code != QuestionDates {
		t.Fatalf("%v", c.Questions)
	}
	c := calculerFaits(t, append(faits, geste(1, Intervention{Nature: ForcerDernierJour, Date: jour("2026-03-01"), Periode: periode("2026-03-02", "2026-03-15")})))
	if got := resumer(&c); len(c.Questions) != 0 || got != "paye 11 carence 3, 361.57, 0.00" {
		t.Errorf("%s %v", got, c.Questions)
	}
}

// Above the limits of one person, an act has no effect until another confirms
// it; its author cannot, and a withdrawn act is confirmed by nobody.
func TestADeux(t *testing.T) {
	grave := geste(1, Intervention{Nature: ForcerIJ, Montant: 20_00, Periode: periode("2026-03-02", "2026-03-15"), ADeux: true})
	confirmeCelui := func(n int, par, objet string) Fait {
		f := geste(n, Intervention{Nature: Confirmer, Objet: objet})
		f.Intervention.Par = par
		return f
	}
	confirme := func(n int, par string) Fait { return confirmeCelui(n, par, "acte1") }
	retrait := func(n int, par, objet string) Fait {
		f := geste(n, Intervention{Nature: Retirer, Objet: objet, ADeux: true})
		f.Intervention.Par = par
		return f
	}
	for _, c := range []struct {
		nom     string
		actes   []Fait
		brut    v.Centimes
		attente int
	}{
		{"seule", []Fait{grave}, 361_57, 1},
		{"par elle-même", []Fait{grave, confirme(2, "Anne")}, 361_57, 1},
		{"par une autre", []Fait{confirme(2, "Marc"), grave}, 220_00, 0},
		{"retirée d'une seule main, au-delà de ses limites", []Fait{grave, confirme(2, "Marc"), retrait(3, "Luc", "acte1")}, 220_00, 1},
		{"retirée, confirmée par qui la retire", []Fait{grave, confirme(2, "Marc"), retrait(3, "Luc", "acte1"), confirmeCelui(4, "LUC", "acte3")}, 220_00, 1},
		{"retirée, confirmée par une autre", []Fait{confirmeCelui(4, "Anne", "acte3"), retrait(3, "Luc", "acte1"), grave, confirme(2, "Marc")}, 361_57, 0},
		{"le retrait abandonné", []Fait{grave, confirme(2, "Marc"), retrait(3, "Luc", "acte1"), geste(4, Intervention{Nature: Retirer, Objet: "acte3"})}, 220_00, 0},
		{"retirée deux fois, dont une à confirmer", []Fait{grave, confirme(2, "Marc"), retrait(3, "Luc", "acte1"), geste(4, Intervention{Nature: Retirer, Objet: "acte1"})}, 361_57, 0},
		{"retirée", []Fait{grave, confirme(2, "Marc"), geste(3, Intervention{Nature: Retirer, Objet: "acte1"})}, 361_57, 0},
	} {
		calcul := calculerFaits(t, append(usuelle(), c.actes...))
		if _, brut := etats(&calcul); brut != c.brut || len(calcul.Situation.AConfirmer) != c.attente {
			t.Errorf("%s : %s, %d à confirmer", c.nom, brut, len(calcul.Situation.AConfirmer))
		}
	}
}

// The later act prevails on the days of both, whatever their order of arrival.
func TestActesDansNImporteQuelOrdre(t *testing.T) {
	actes := []Fait{
		geste(1, Intervention{Nature: ForcerJour, Valeur: "refuser", Periode: periode("2026-03-06", "2026-03-12")}),
		geste(2, Intervention{Nature: ForcerJour, Valeur: "payer", Periode: periode("2026-03-02", "2026-03-08")}),
		geste(3, Intervention{Nature: ForcerJour, Valeur: "refuser", Periode: periode("2026-03-04", "2026-03-04")}),
		geste(4, Intervention{Nature: ForcerJour, Valeur: "payer", Periode: periode("2026-03-01", "2026-03-31")}),
		geste(5, Intervention{Nature: Retirer, Objet: "acte4"}),
	}
	attendu := "paye 9 refuse 5, 295.83, 0.00"
	rapid.Check(t, func(r *rapid.T) {
		faits := append(usuelle(), rapid.Permutation(actes).Draw(r, "actes")...)
		c := calculerFaits(t, faits)
		if got := resumer(&c); got != attendu {
			r.Fatalf("%s, attendu %s", got, attendu)
		}
	})
}
