package app

import (
	"slices"

	"accord/droit"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// creancier is a payee of a dossier who has days owed that are not posted.
type creancier struct {
	destinataire registre.Destinataire
	premier      v.Jour // of those days
	libre        v.Jour // the first of them that nobody holds; zero when all are held
	rythme       bool   // some wait for the rhythm of payments, as those to come will
	jusque       v.Jour // the earliest date until which some are held; zero without a date
	maintenant   bool   // some are proposed today
}

// aVoirLe is the next day on which the run of the caisse has something to look
// at in a dossier: for the first of its payees, the day after the first day owed
// that is not posted, or the end of what holds his days. What one payee waits for
// does not put off the others.
func (d *Dossier) aVoirLe(num string) (le v.Jour) {
	cs := d.creanciers(num)
	de := func(x registre.Destinataire) *creancier {
		i := slices.IndexFunc(cs, func(c creancier) bool { return c.destinataire == x })
		if i < 0 {
			return &creancier{}
		}
		return &cs[i]
	}
	gele := false // a stop may be lifted any day
	for i := range d.Retenues {
		r := &d.Retenues[i]
		if r.Dossier != num {
			continue
		}
		gele = gele || r.Gel != ""
		c := de(r.Destinataire)
		if r.Jusque != 0 && (c.jusque == 0 || r.Jusque < c.jusque) {
			c.jusque = r.Jusque
		}
		c.rythme = c.rythme || r.Motif != paiement.ParUneMain
	}
	for i := range d.Proposes {
		if o := &d.Proposes[i]; o.Dossier == num {
			de(o.Destinataire).maintenant = true
		}
	}
	for i := range cs {
		x := cs[i].premier + 1
		if !gele && !cs[i].maintenant {
			x = max(x, cs[i].jusque)
			if libre := cs[i].libre; libre != 0 && !cs[i].rythme {
				x = min(x, libre+1) // what someone holds of others does not put it off
			}
		}
		if le == 0 || x < le {
			le = x
		}
	}
	return le
}

// creanciers lists the payees of a dossier who have days owed that are not posted.
func (d *Dossier) creanciers(num string) (cs []creancier) {
	pose := registre.Verser(d.Dus, d.Poses)
	tenus := map[registre.Cle]bool{}
	for i := range d.Retenues {
		for k := range d.Retenues[i].Details {
			tenus[d.Retenues[i].Details[k].Cle] = true
		}
	}
	for i := range d.Dus {
		x := &d.Dus[i]
		ouvert := x.Etat == droit.Paye && pose[x.Cle] != x.IJ || x.Etat == droit.Attente && x.Destinataire == registre.Assure && pose[x.Cle] < x.IJ
		if x.Dossier != num || !ouvert || x.Progres == registre.PayeParProgres {
			continue
		}
		k := slices.IndexFunc(cs, func(c creancier) bool { return c.destinataire == x.Destinataire })
		if k < 0 {
			k = len(cs)
			cs = append(cs, creancier{destinataire: x.Destinataire, premier: x.Jour})
		}
		cs[k].premier = min(cs[k].premier, x.Jour)
		if !tenus[x.Cle] && (cs[k].libre == 0 || x.Jour < cs[k].libre) {
			cs[k].libre = x.Jour
		}
	}
	return cs
}
