package maladie

import (
	"testing"

	"accord/droit"
	v "accord/valeur"
)

// L.161-8: the right of a job that ended on 30 November 2025 takes the place of one that gives
// nothing; not of a right that is closed, kept itself, or whose pays are not known. Where
// it is not kept the own right stands as it was, and waits if pays unknown could keep it.
func TestIndemniteAncienne(t *testing.T) {
	riche := emploi("E1", "2010-01-01", "2025-11-30", mois("2025-03", "2025-11", "4200.00", "151.67")...)
	pauvre := emploi("E1", "2010-01-01", "2025-11-30", mois("2025-03", "2025-11", "100.00", "10.00")...)
	tue := emploi("E1", "2010-01-01", "2025-11-30", mois("2025-11", "2025-11", "100.00", "10.00")...)
	neuf := emploi("E2", "2026-03-02", "")
	ouvert := droitChaine{ouvert: true, regle: rSixMois, voie: voie6Mois, limite: jour("2026-09-01")}
	for _, x := range []struct {
		nom               string
		ancien            droit.Activite
		propre            droitChaine
		manquent          bool // before
		remplace, attendu bool
	}{
		{"gardé", riche, ouvert, false, true, false},
		{"gardé, le sien ouvert par l'année", riche, droitChaine{ouvert: true, regle: rDiscontinu, douze: true}, false, true, false},
		{"paies propres tues", riche, ouvert, true, false, true},
		{"fermé", riche, droitChaine{regle: rSixMois}, false, false, false},
		{"déjà gardé", riche, droitChaine{ouvert: true, regle: rMaintien}, false, false, false},
		{"l'ancien n'ouvrait rien", pauvre, ouvert, false, false, false},
		{"l'ancien n'est pas connu", tue, ouvert, false, false, true},
	} {
		cas := employe(arret("A", "2026-03-02", "2026-03-10", droit.Initial))
		cas.Activites = []droit.Activite{x.ancien, neuf}
		c := prepare(cas)
		ch := c.chaineDu("2026-03-02", 1)
		c.r.Droits = []droit.Droit{{Activite: 1, Ouvert: true}}
		c.r.AjouterBase()
		c.essais = []droit.Droit{{Regle: rParental, Fenetres: fenetresAu(jour("2025-06-01"))}} // of another chain
		ch.droit, ch.salairesManquent, ch.suite, ch.reference = x.propre, x.manquent, true, ch.debut
		ch.forme = FormeMaladie
		if err := c.indemniteAncienne(ch); err != nil {
			t.Fatal(err)
		}
		if x.remplace {
			d := c.r.Droits[0]
			if ch.droit.regle != rMaintien || ch.droit.voie != voieMaintien || ch.droit.douze || d.Activite != 1 || d.Regle != rMaintien || ch.ij != 4195 || len(c.r.Bases) != 1 {
				t.Errorf("%s : %+v %+v %d", x.nom, ch.droit, d, ch.ij)
			}
			continue
		}
		if ch.droit != x.propre || ch.ij != 0 || ch.salairesManquent != x.attendu {
			t.Errorf("%s : %+v, attente %v", x.nom, ch.droit, ch.salairesManquent)
		}
		demande := x.attendu && !x.manquent
		if demande != (len(c.besoins) > 0) {
			t.Errorf("%s : %+v", x.nom, c.besoins)
		}
		for _, b := range c.besoins {
			if b.Regle != rMaintien || b.Periode.Du < jour("2025-06-01") || b.Periode.Au > jour("2025-10-31") || b.Pour != (v.P(ch.debut, ch.fin)) {
				t.Errorf("%s : %+v", x.nom, b)
			}
		}
	}
}
