package app

import (
	"slices"

	"accord/clock"
	"accord/decision"
	"accord/dossier"
	"accord/droit"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// rendu is a dossier that was given back to PROGRES, and what was said of it since.
type rendu struct {
	suivi.Rendu
	dossier string                 // its number today
	dits    []dossier.Intervention // what PROGRES paid, as agents saw it, in order
}

// lireRendus gathers, from the acts in force, the dossiers that were given back to PROGRES.
func (d *Dossier) lireRendus() (rs []rendu) {
	actes := d.Calcul.Situation.Interventions
	for i := range actes {
		a := &actes[i]
		le := clock.JourDe(a.Instant)
		if a.Nature == dossier.RendreAProgres {
			rs = append(rs, rendu{Rendu: suivi.Rendu{Acte: suivi.Acte{Intervention: *a, Le: le}, Du: a.Periode.Du, VuLe: le}, dossier: d.dossierRendu(a)})
			continue
		}
		if a.Nature != dossier.ConstaterProgres && a.Nature != dossier.ReprendreDeProgres {
			continue
		}
		k := slices.IndexFunc(rs, func(r rendu) bool { return r.Acte.ID == a.Objet })
		if k < 0 {
			continue
		}
		r := &rs[k]
		if a.Nature == dossier.ReprendreDeProgres && r.Revenu == nil {
			r.Revenu = &suivi.Acte{Intervention: *a, Le: le}
		}
		if a.Date != 0 || a.Valeur == decision.RienPaye {
			r.VuLe, r.dits = le, append(r.dits, *a)
		}
	}
	return rs
}

// dossierRendu finds the dossier that an act gave back: the one that has its first day, that of its
// number where two have it, else the last one begun before.
func (d *Dossier) dossierRendu(a *dossier.Intervention) (numero string) {
	for i := range d.Calcul.Chaines {
		c := &d.Calcul.Chaines[i]
		if num := NumeroDossier(d.Personne, c); c.Debut <= a.Periode.Du && a.Periode.Du <= c.Fin && (numero == "" || num == a.Objet) {
			numero = num
		}
	}
	if numero == "" {
		numero = d.plusProche(a.Periode.Du)
	}
	return numero
}

// progres says where a day stands by that act alone. What was said before the dossier came back does not
// tell what PROGRES paid until then.
func (r *rendu) progres(du *registre.Du) registre.Progres {
	if du.Dossier != r.dossier || du.Jour < r.Du {
		return ""
	}
	su := false
	for i := len(r.dits) - 1; i >= 0; i-- {
		dit := &r.dits[i]
		if dit.Ligne != "" && dit.Ligne != du.Ligne {
			continue
		}
		if du.Jour <= dit.Date {
			return registre.PayeParProgres
		}
		su = r.Revenu != nil && dit.Instant >= r.Revenu.Instant
		break
	}
	switch {
	case r.Revenu == nil:
		return registre.AvecProgres
	case !su && du.Jour < r.Revenu.Le:
		return registre.RevenuProgres
	}
	return ""
}

// progresDe says where a day stands by all of them: what PROGRES paid it paid.
func (d *Dossier) progresDe(du *registre.Du) (p registre.Progres) {
	ordre := []registre.Progres{"", registre.RevenuProgres, registre.AvecProgres, registre.PayeParProgres}
	for i := range d.rendus {
		if x := d.rendus[i].progres(du); slices.Index(ordre, x) > slices.Index(ordre, p) {
			p = x
		}
	}
	return p
}

// rendre marks the days of which something is not paid and that were given back to PROGRES. What was paid here
// stays paid here, and what was paid too much stays to be decided here; what has not left is cancelled.
func (d *Dossier) rendre() {
	if d.rendus = d.lireRendus(); len(d.rendus) == 0 {
		return
	}
	ecarts, _ := registre.Comparer(slices.Clone(d.Dus), slices.Clone(d.emises()), v.JourMax)
	restes := registre.Restes(ecarts)
	for i := range d.Dus {
		du := &d.Dus[i]
		p, reste := d.progresDe(du), max(0, restes[registre.Creance{Jour: du.Jour, Ligne: du.Ligne, Destinataire: du.Destinataire}])
		attend := du.Etat == droit.Attente || decision.Defavorable(du.Etat) || du.Etat == droit.Paye && (reste > 0 || du.Reserve > 0)
		if p == "" || !attend {
			continue
		}
		du.Progres = p
		if p == registre.PayeParProgres {
			du.Reserve = 0
			if du.Etat == droit.Paye {
				du.ParProgres = min(reste, du.IJ)
			}
		}
	}
	d.Calcul.Questions, d.tues = d.taire(d.Calcul.Questions)
	var aVenir []dossier.Question
	d.Calcul.AVenir, aVenir = d.taire(d.Calcul.AVenir)
	d.tues = append(d.tues, aVenir...)
}

// taire parts the questions that the caisse asks from those that bear on no other day than those given back:
// PROGRES asks them, and nobody is asked twice. Once a dossier is back, its questions wait anew from that day.
func (d *Dossier) taire(qs []dossier.Question) (gardees, tues []dossier.Question) {
	for _, q := range qs {
		rendus, autres, premier := 0, 0, v.JourMax
		num := ""
		for i := range d.Dus {
			du := &d.Dus[i]
			switch {
			case du.Etat != droit.Attente || !q.Pour.Contient(du.Jour) || q.Ligne != "" && q.Ligne != du.Ligne:
			case du.Progres != "":
				rendus++
			default:
				autres++
				if du.Jour < premier {
					premier, num = du.Jour, du.Dossier
				}
			}
		}
		if rendus > 0 && autres == 0 {
			tues = append(tues, q)
			continue
		}
		for i := range d.rendus {
			if r := &d.rendus[i]; r.Revenu != nil && r.dossier == num && r.Du <= premier {
				q.Depuis = max(q.Depuis, r.Revenu.Le)
			}
		}
		gardees = append(gardees, q)
	}
	return gardees, tues
}

// garderSignes leaves to the caisse the refusals that were signed there: they are decided.
func (d *Dossier) garderSignes() {
	for i := range d.Dus {
		du := &d.Dus[i]
		if du.Progres == "" || !decision.Defavorable(du.Etat) {
			continue
		}
		if slices.ContainsFunc(d.Proposees, func(p decision.Proposee) bool {
			return p.Signee != nil && p.Dossier == du.Dossier && p.Ligne == du.Ligne && p.Periode.Contient(du.Jour)
		}) {
			du.Progres = ""
		}
	}
}

// rendusDe lists when a dossier was given back to PROGRES.
func (d *Dossier) rendusDe(numero string) (rs []suivi.Rendu) {
	for i := range d.rendus {
		if d.rendus[i].dossier == numero {
			rs = append(rs, d.rendus[i].Rendu)
		}
	}
	return rs
}

// daterRendu writes on an act that gave a dossier back what somebody has to do about it: whether days are
// with PROGRES, and which pieces came meanwhile.
func (d *Dossier) daterRendu(a *suivi.Acte) {
	k := slices.IndexFunc(d.rendus, func(r rendu) bool { return r.Acte.ID == a.ID })
	if k < 0 {
		return
	}
	r := &d.rendus[k]
	a.AvecProgres = r.Revenu == nil && slices.ContainsFunc(d.Dus, func(du registre.Du) bool {
		return du.Progres == registre.AvecProgres && du.Dossier == r.dossier && du.Jour >= r.Du
	})
	a.Arrivees = d.arriveesPendant(r)
}

// arriveesPendant lists the pieces about the dossier that came between the act that gave it back and its return.
// A monthly declaration is none: it comes for everyone, and whoever computes reads it.
func (d *Dossier) arriveesPendant(r *rendu) (ps []suivi.PieceVenue) {
	dehors := v.Periode{}
	for i := range d.Calcul.Chaines {
		if c := &d.Calcul.Chaines[i]; NumeroDossier(d.Personne, c) == r.dossier {
			dehors = v.P(c.Debut, c.Fin)
		}
	}
	faits := d.lues.faits
	acte := slices.IndexFunc(faits, func(f dossier.Fait) bool { return f.Intervention != nil && f.Intervention.ID == r.Acte.ID })
	for i := range faits {
		f := &faits[i]
		if f.Source.Fiche == faits[acte].Source.Fiche && i < acte || f.ConnuLe < r.Acte.Le || r.Revenu != nil && f.ConnuLe > r.Revenu.Le {
			continue
		}
		p := suivi.PieceVenue{Piece: f.Source.Piece, Fichier: f.Source.Fichier, Le: f.ConnuLe}
		switch {
		case f.Intervention != nil && f.Intervention.Nature == dossier.Joindre:
			p.Piece, p.Fichier = f.Intervention.Objet, "pièce jointe par "+f.Intervention.Par
		case f.Intervention != nil, f.Decision != nil, f.Mensuelle != nil:
			continue
		case f.AvisArret != nil && f.AvisArret.Periode.Inter(dehors).IsZero():
			continue // of another dossier
		}
		if !slices.ContainsFunc(ps, func(x suivi.PieceVenue) bool { return x.Piece == p.Piece }) {
			ps = append(ps, p)
		}
	}
	return ps
}
