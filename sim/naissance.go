package sim

import (
	"fmt"

	"accord/dossier"
	"accord/droit"
	"accord/format/piece"
	v "accord/valeur"
)

// naissance is a birth and the leave that a parent takes for it.
type naissance struct {
	prevue, le v.Jour
	enfants    int64
	rang       int64
	periodes   []v.Periode // of a father
}

// naitre draws a birth that falls in the period. A mother is 20 to 42; her leave
// is that of a first child (L.1225-17), which only serves to lower her pays.
func (a alea) naitre(c *Config, s *salarie) *arret {
	mere := a.chance(partMeres)
	age := s.age(c)
	if mere != (s.sexe == 2) || age < 20 || age > 42 {
		return nil
	}
	n := &naissance{le: c.Debut + v.Jour(a.IntN(c.Jours)), enfants: 1, rang: int64(a.entre(1, 2))}
	n.prevue = n.le + v.Jour(a.entre(-6, 12))
	if a.chance(partJumeaux) {
		n.enfants = 2
	}
	x := &arret{salarie: s, risque: droit.Maternite, naissance: n, delai04: a.entre(1, 8), delaiRIB: a.entre(0, 4)}
	p := v.P(n.prevue-42, max(n.le, n.prevue)+69)
	if !mere {
		x.risque = droit.Paternite
		du := apresCongeNaissance(n.le)
		n.periodes = []v.Periode{v.P(du, du+24)}
		if a.chance(partFractionne) {
			suite := n.le + v.Jour(a.entre(40, 120))
			n.periodes = []v.Periode{v.P(du, du+10), v.P(suite, suite+13)}
		}
		p = n.periodes[0]
	}
	x.debut = p.Du
	x.prescriptions = []prescription{{periode: p, prescritLe: p.Du, envoyeLe: p.Du, recuLe: p.Du}}
	return x
}

// apresCongeNaissance is the first day after the three working days that the
// employer gives for a birth (L.3142-1): Sundays and holidays are none.
func apresCongeNaissance(le v.Jour) v.Jour {
	for reste := 3; reste > 0; le++ {
		if le.JourSemaine() != 7 && !droit.JourFerie(le, droit.Metropole) {
			reste--
		}
	}
	return le
}

func (a *arret) envoiDe(quoi string) dossier.Envoi {
	return dossier.Envoi{Identite: a.salarie.identite, Reference: fmt.Sprintf("%s-%07d", quoi, a.rang), Version: 1}
}

// remettreNaissance sends the pregnancy of a mother, the birth, and the request
// of a father.
func (a *arret) remettreNaissance(r *rendu) {
	n := a.naissance
	nir := a.salarie.nir
	mere := a.risque == droit.Maternite
	if mere {
		g := &dossier.Grossesse{Envoi: a.envoiDe("GRO"), DeclareeLe: n.prevue - 180, PrevueLe: n.prevue, Enfants: n.enfants, Rang: n.rang}
		r.document(n.prevue-178, "grossesses.json", piece.AppendGrossesse(nil, nir, g, voletMedical))
		if k := a.salarie.contrats[0]; a.debut.DebutMois().AjouterMois(-3) < k.premier {
			// The months before are in no file that the caisse has.
			le := a.debut + 3
			r.document(le, "attestations-maternite.json", a.attester(k, 1, le, 0))
		}
	} else {
		x := &dossier.Conge{Envoi: a.envoiDe("PAT"), Risque: droit.Paternite, DemandeLe: n.le + 1, EvenementLe: n.le, Employeur: a.salarie.contrats[0].siret, Periodes: n.periodes}
		r.document(n.le+5, "conges.json", piece.AppendConge(nil, nir, x, voletMedical))
	}
	e := &dossier.Evenement{Envoi: a.envoiDe("NAI"), Auteur: dossier.EtatCivil, EtabliLe: n.le + 2,
		Naissance: &dossier.NaissanceDeclaree{Mere: mere, Le: n.le, PrevueLe: n.prevue, Enfants: n.enfants, Rang: n.rang}}
	r.document(n.le+v.Jour(4), "naissances.json", piece.AppendEvenement(nil, nir, e, voletMedical))
}
