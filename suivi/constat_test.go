package suivi

import (
	"strings"
	"testing"

	"accord/dossier"
	"accord/paiement"
	v "accord/valeur"
)

type constate struct {
	actes   []Acte
	attendu string
}

// constates are stories of a payment of the first ten days that a control found wrong.
func constates() (cs []constate) {
	type A = dossier.Intervention
	o := &paiement.Ordre{ID: "IJ1", Etat: paiement.Emis, CreeLe: debut + 10, Lignes: []paiement.Ligne{{Activite: "l", Periode: v.P(debut, debut+9)}}}
	for j := debut; j <= debut+9; j++ {
		o.Lignes[0].Jours = append(o.Lignes[0].Jours, paiement.JourLigne{Jour: j})
	}
	faux := A{Nature: dossier.Controler, Objet: "IJ1", Valeur: ACorriger}
	ouvert := "constat technicien 0→7 ×1"
	fait := ouvert + " faite 1 par Anne (motif 1)"
	for _, c := range []struct {
		attendu string
		actes   []A
	}{
		{"", []A{{Nature: dossier.Controler, Objet: "IJ1", Valeur: "conforme"}}},
		{"", []A{{Nature: dossier.Controler, Objet: "IJ2", Valeur: ACorriger}}},
		{ouvert, []A{faux}},
		{ouvert, []A{faux, {Nature: dossier.ForcerIJ, Periode: v.P(debut+10, debut+20)}}},
		{ouvert, []A{faux, {Nature: dossier.ForcerIJ, Ligne: "autre", Periode: v.P(debut, debut+9)}}},
		{ouvert, []A{faux, {Nature: dossier.Retenir, Periode: v.P(debut, debut+9)}}},
		{ouvert, []A{faux, {Nature: dossier.Noter, Periode: v.P(debut, debut+9)}}},
		{fait, []A{faux, {Nature: dossier.ForcerIJ, Periode: v.P(debut+9, debut+9)}}},
		{fait, []A{faux, {Nature: dossier.NotifierIndu, Periode: v.P(debut-5, 0)}}},
		{ouvert, []A{faux, {Nature: dossier.Reparer, Objet: "a9", Valeur: "p1"}}},
		{fait, []A{faux, {Nature: dossier.Reparer, Objet: "a0", Valeur: "p1"}}},
		{"constat technicien 1→8 ×1", []A{{Nature: dossier.ForcerIJ, Periode: v.P(debut, debut+9)}, faux}},
	} {
		x := constate{histoire(c.actes...), c.attendu}
		Constater(x.actes, []*paiement.Ordre{o})
		cs = append(cs, x)
	}
	return cs
}

// A dossier that is over and settled says whose task it is to correct what a control found.
func TestConstatSurUnDossierSolde(t *testing.T) {
	c := constates()[2]
	e := Entree{Chaine: dossier.Chaine{Debut: debut, Fin: debut + 9}, Jour: debut + 40, Taches: Taches(c.actes, nil, CRA)}
	s := Prochaine(&e)
	if s.Genre != Agent || s.Acteur != "technicien" || s.Echeance != debut+7 || !strings.Contains(s.Phrase, "motif 0") {
		t.Errorf("%+v", s)
	}
	e.Taches = Taches(constates()[7].actes, nil, CRA)
	if s := Prochaine(&e); s.Genre != Clos {
		t.Errorf("%+v", s)
	}
}

// When a piece that came since changed what the days are owed, the task says what, and closes nothing
// by itself.
func TestConstatQueDesPiecesChangent(t *testing.T) {
	actes := constates()[2].actes
	actes[0].Change = &Changement{Avant: 361_57, Apres: 289_25, Pieces: []PieceVenue{{"0123456789", "attestation.json", debut + 4}, {"abcdef", "bulletin.json", debut + 5}}}
	ts := Taches(actes, nil, CRA)
	for _, dit := range []string{
		"Depuis, le calcul de ces jours a changé (361,57 € brut dus alors, 289,25 € aujourd'hui), après «attestation.json» reçu le " + (debut + 4).Francais() + " (pièce 01234567), «bulletin.json» reçu le " + (debut + 5).Francais() + " (pièce abcdef).",
		"un agent le dit en nommant la pièce (acte reparer) : rien ne se ferme sans lui",
	} {
		if len(Ouvertes(ts)) != 1 || !strings.Contains(ts[0].Phrase, dit) {
			t.Errorf("la tâche ne dit pas «%s» : %+v", dit, ts)
		}
	}
	actes[0].Change = &Changement{Avant: 361_57, Apres: 361_57, Autrement: true}
	if p := Taches(actes, nil, CRA)[0].Phrase; !strings.Contains(p, "(361,57 € brut, comme alors, mais d'autres jours ou à quelqu'un d'autre).") {
		t.Error(p)
	}
}
