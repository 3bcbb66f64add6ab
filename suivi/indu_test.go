package suivi

import (
	"strings"
	"testing"

	"accord/dossier"
	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// The time limits of R.133-9-2 before any retention, from the day on which the claim was
// received: nothing asked, a request without an answer, one that is rejected, one too late.
func TestIndu(t *testing.T) {
	j, le := v.NewJour, acteLe
	recu := acte(0, dossier.Intervention{Nature: dossier.NotifierIndu, Date: j(2026, 12, 1), Periode: v.P(debut, fin)})
	demande := func(jour v.Jour) Acte {
		return le(jour, dossier.Intervention{Nature: dossier.Reclamer, Valeur: Rectification})
	}
	rejet := func(jour, demandee v.Jour) Acte {
		return le(jour, dossier.Intervention{Nature: dossier.Repondre, Objet: "le" + demandee.String()})
	}
	recours := le(j(2026, 12, 20), dossier.Intervention{Nature: dossier.Reclamer, Valeur: Recours})
	verifierIndus(t, []casIndu{
		{"sans réaction", []Acte{recu}, j(2026, 12, 22), []etatIndu{
			{j(2026, 12, 1), Attend, "assure", j(2026, 12, 21), "aucune retenue n'est permise avant le 22 décembre 2026"},
			{j(2026, 12, 21), Attend, "assure", j(2026, 12, 21), "échéancier peuvent être demandés"},
			{j(2026, 12, 22), Agent, "technicien", j(2026, 12, 24), "une retenue est permise depuis le 22 décembre 2026"},
		}},
		{"rectification sans réponse", []Acte{recu, demande(j(2026, 12, 15))}, j(2027, 3, 16), []etatIndu{
			{j(2026, 12, 15), Agent, "technicien", j(2027, 1, 15), "sa rectification est demandée"},
			{j(2027, 1, 16), Attend, "assure", j(2027, 3, 15), "restée sans réponse"},
			{j(2027, 3, 15), Attend, "assure", j(2027, 3, 15), "aucune retenue n'est permise avant le 16 mars 2027"},
			{j(2027, 3, 16), Agent, "technicien", j(2027, 3, 18), "une retenue est permise"},
		}},
		{"rejet exprès", []Acte{recu, demande(j(2026, 12, 15)), rejet(j(2027, 1, 5), j(2026, 12, 15))}, j(2027, 1, 13), []etatIndu{
			{j(2027, 1, 5), Attend, "assure", j(2027, 1, 12), "la rectification est refusée"},
			{j(2027, 1, 13), Agent, "technicien", j(2027, 1, 15), "une retenue est permise"},
		}},
		{"rejet après le mois : le silence a déjà rejeté", []Acte{recu, demande(j(2026, 12, 15)), rejet(j(2027, 1, 20), j(2026, 12, 15))}, j(2027, 3, 16), nil},
		{"demande le dernier jour", []Acte{recu, demande(j(2026, 12, 21))}, j(2027, 3, 22), nil},
		{"demande trop tard", []Acte{recu, demande(j(2026, 12, 22))}, j(2026, 12, 22), nil},
		{"recours ouvert", []Acte{recu, recours}, j(2026, 12, 22), []etatIndu{
			{j(2026, 12, 23), Agent, "technicien", j(2027, 2, 20), "aucune retenue avant sa décision"},
		}},
	})
	e := base(fin + 9)
	e.Indus = Indus(droit.Calendrier{}, []Acte{acte(0, dossier.Intervention{Nature: dossier.NotifierIndu, Date: fin, Periode: v.P(debut, debut+3)})}, sansLettre)
	e.Retenues = []paiement.Retenue{{Motif: paiement.TropVerse, Destinataire: registre.Assure, Jours: 2, Brut: -6574, Details: details(debut+3, debut+4)}}
	if s := Prochaine(e); !strings.Contains(s.Phrase, "rien n'est réclamé") {
		t.Errorf("un jour n'est pas notifié : %s", s.Phrase)
	}
}

// casIndu is what was done about an indu, when a retention is not forbidden any more, and
// where it stands on some days.
type casIndu struct {
	nom     string
	actes   []Acte
	permise v.Jour
	etats   []etatIndu
}

type etatIndu struct {
	jour     v.Jour
	genre    Genre
	acteur   string
	echeance v.Jour
	dit      string
}

// sansLettre: no letter left from here.
func sansLettre(*Indu) {}

// acteLe is an act done on a day.
func acteLe(le v.Jour, a dossier.Intervention) Acte {
	x := acte(0, a)
	x.Le, x.ID = le, "le"+le.String()
	return x
}

func verifierIndus(t *testing.T, cas []casIndu) {
	t.Helper()
	for _, c := range cas {
		is := Indus(droit.Calendrier{}, c.actes, sansLettre)
		if len(is) != 1 || is[0].RetenuePermise(droit.Calendrier{}) != c.permise {
			t.Errorf("%s : %+v, retenue permise le %s", c.nom, is, is[0].RetenuePermise(droit.Calendrier{}))
		}
		for _, x := range c.etats {
			e := base(x.jour)
			e.Taches, e.Indus = Taches(c.actes, nil, CRA), is
			e.Retenues = []paiement.Retenue{{Motif: paiement.TropVerse, Destinataire: registre.Assure, Jours: 1, Brut: -3287, Details: details(debut + 3)}}
			s := Prochaine(e)
			if s.Genre != x.genre || s.Acteur != x.acteur || s.Echeance != x.echeance || !strings.Contains(s.Phrase, x.dit) {
				t.Errorf("%s, le %s : %s %s avant le %s, %s", c.nom, x.jour, s.Genre, s.Acteur, s.Echeance, s.Phrase)
			}
		}
	}
}

// A schedule that is asked for within the twenty days has a month to be agreed, then a
// year; no time runs before the reception is proved.
func TestIndusEcheancierEtReception(t *testing.T) {
	j, le := v.NewJour, acteLe
	recu := acte(0, dossier.Intervention{Nature: dossier.NotifierIndu, Date: j(2026, 12, 1), Periode: v.P(debut, fin)})
	plan := le(j(2026, 12, 20), dossier.Intervention{Nature: dossier.Reclamer, Valeur: Echeancier})
	accord := func(jour v.Jour) Acte {
		return le(jour, dossier.Intervention{Nature: dossier.Repondre, Objet: plan.ID, Valeur: "accord"})
	}
	ecrit := le(debut, dossier.Intervention{Nature: dossier.NotifierIndu, Valeur: "decision", Periode: v.P(debut, fin)})
	verifierIndus(t, []casIndu{
		{"échéancier demandé, pas convenu", []Acte{recu, plan}, j(2027, 1, 21), []etatIndu{
			{j(2026, 12, 20), Agent, "technicien", j(2027, 1, 20), "un échéancier est demandé depuis le 20 décembre 2026"},
			{j(2027, 1, 21), Agent, "technicien", j(2027, 1, 25), "une retenue est permise depuis le 21 janvier 2027"},
		}},
		{"échéancier convenu dans le mois", []Acte{recu, plan, accord(j(2027, 1, 10))}, j(2028, 1, 11), []etatIndu{
			{j(2027, 1, 22), Attend, "assure", j(2028, 1, 10), "un échéancier a été convenu le 10 janvier 2027"},
		}},
		{"échéancier convenu trop tard", []Acte{recu, plan, accord(j(2027, 1, 22))}, j(2027, 1, 21), nil},
		{"échéancier demandé trop tard", []Acte{recu, le(j(2026, 12, 22), dossier.Intervention{Nature: dossier.Reclamer, Valeur: Echeancier})}, j(2026, 12, 22), nil},
		{"réception non prouvée", []Acte{ecrit}, EcheanceDans(droit.Calendrier{}, "INDU_RECTIFICATION", 0) + 1, []etatIndu{
			{debut + 1, Agent, "technicien", debut + 15, "Sa réception n'est pas prouvée : aucun délai ne court"},
		}},
		{"réception prouvée ensuite", []Acte{ecrit, le(j(2026, 12, 3), dossier.Intervention{Nature: dossier.ConstaterReception, Objet: ecrit.ID, Date: j(2026, 12, 1)})}, j(2026, 12, 22), []etatIndu{
			{j(2026, 12, 4), Attend, "assure", j(2026, 12, 21), "reçu le 1er décembre 2026"},
		}},
	})
}
