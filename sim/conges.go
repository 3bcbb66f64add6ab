package sim

import (
	"accord/dossier"
	"accord/droit"
	"accord/format/piece"
	v "accord/valeur"
)

// conge is a leave that someone asks for: when, for what event, and which
// days. A leave of adoption has the days that follow from the arrival.
type conge struct {
	le, evenement v.Jour
	enfantNe      v.Jour // of a death: the birth of the child
	periodes      []v.Periode
}

// demander draws how the leave of some days is lived.
func (a alea) demander(s *salarie, risque droit.Risque, d conge, p v.Periode) *arret {
	x := &arret{salarie: s, risque: risque, conge: &d, delai04: a.entre(1, 8), delaiRIB: a.entre(0, 4)}
	x.debut = p.Du
	x.prescriptions = []prescription{{periode: p, prescritLe: d.le, envoyeLe: d.le, recuLe: d.le}}
	return x
}

// dureeAdoption is that of the leave of one parent for a first child (L.331-7),
// which only serves to lower his pays.
const dureeAdoption = 112

// adopter draws the arrival of a child.
func (a alea) adopter(c *Config, s *salarie) *arret {
	if age := s.age(c); age < 28 || age > 55 {
		return nil
	}
	arrivee := c.Debut + v.Jour(a.IntN(max(1, c.Jours-delaiMax)))
	return a.demander(s, droit.AdoptionConge, conge{le: arrivee - 20, evenement: arrivee}, v.P(arrivee, arrivee+dureeAdoption-1))
}

// perdreEnfant draws the death of a child, and the eight days that follow the
// leave that the employer gives.
func (a alea) perdreEnfant(c *Config, s *salarie) *arret {
	age := s.age(c)
	if age < 25 {
		return nil
	}
	deces := c.Debut + v.Jour(a.IntN(max(1, c.Jours-3*delaiMax)))
	ne := deces - v.Jour(a.IntN(min(age-20, 17)*365+1))
	p := v.P(deces+14, deces+21)
	return a.demander(s, droit.DeuilEnfant, conge{le: deces + 5, evenement: deces, enfantNe: ne, periodes: []v.Periode{p}}, p)
}

// accompagner draws the leave of someone who stays with a dying person.
func (a alea) accompagner(c *Config, s *salarie) *arret {
	debut := c.Debut + v.Jour(a.entre(2, max(3, c.Jours-delaiMax)))
	p := v.P(debut, debut+v.Jour(a.entre(7, 21))-1)
	return a.demander(s, droit.AJAP, conge{le: debut - 5, periodes: []v.Periode{p}}, p)
}

// prolongerNaissance draws the further month or two that a parent takes after
// the leave of a birth; nil when that leave ends too late to be followed.
func (a alea) prolongerNaissance(c *Config, x *arret) *arret {
	fin := x.fin()
	for _, p := range x.naissance.periodes {
		fin = max(fin, p.Au)
	}
	debut := fin + 1
	if debut < c.Debut || debut > c.fin()-delaiMax {
		return nil
	}
	p := v.P(debut, debut.AjouterMois(1)-1)
	if a.chance(partDeuxMois) {
		p.Au = debut.AjouterMois(2) - 1
	}
	return a.demander(x.salarie, droit.NaissanceConge, conge{le: debut - 15, evenement: x.naissance.le, periodes: []v.Periode{p}}, p)
}

// remettreConge sends the request, and what proves the event.
func (a *arret) remettreConge(r *rendu) {
	d, nir := a.conge, a.salarie.nir
	c := &dossier.Conge{Envoi: a.envoiDe("CON"), Risque: a.risque, DemandeLe: d.le, EvenementLe: d.evenement, Employeur: a.salarie.contrats[0].siret, Periodes: d.periodes}
	r.document(d.le+2, "conges.json", piece.AppendConge(nil, nir, c, voletMedical))
	e := &dossier.Evenement{Envoi: a.envoiDe("EVE"), EtabliLe: d.evenement + 1}
	switch a.risque {
	case droit.AdoptionConge:
		e.Auteur = dossier.Etablissement
		e.Adoption = &dossier.AdoptionDeclaree{ArriveeLe: d.evenement, Enfants: 1, AChargeApres: 1, Parents: 1}
	case droit.DeuilEnfant:
		e.Auteur = dossier.EtatCivil
		e.Deces = &dossier.DecesDeclare{Le: d.evenement, Lien: "enfant", NeLe: d.enfantNe, ACharge: true}
	default:
		return
	}
	r.document(d.evenement+3, "evenements.json", piece.AppendEvenement(nil, nir, e, voletMedical))
}

// age is in years, on the first day of the period.
func (s *salarie) age(c *Config) int { return int(c.Debut-s.identite.Naissance) / 365 }
