package app

import (
	"strings"

	"accord/dossier"
	"accord/droit"
	"accord/registre"
	"accord/suivi"
)

// recalculer computes a person afresh inside the transaction of what changed,
// replaces his register, and asks the questions that arise. A person without
// any arrêt, known or signalled, has nothing to compute. What comes under one
// of several records of a person is computed with all of them.
func (c *Caisse) recalculer(tx Tx, fiche string) error { return c.recalculerParmi(tx, nil, fiche) }

// recalculerParmi takes whom it projects among people who are computed already in
// this transaction, if she is one of them.
func (c *Caisse) recalculerParmi(tx Tx, deja map[string]ouvert, fiche string) error {
	personne, err := racine(tx, fiche)
	if err != nil {
		return err
	}
	o, connue := deja[personne]
	if !connue {
		o.d, o.err = c.ouvrir(tx, personne, false)
	}
	if o.err != nil {
		return o.err
	}
	return c.projeter(tx, o.d)
}

// recalculerSiUtile recomputes when the new facts, or those already there,
// speak of an arrêt.
func (c *Caisse) recalculerSiUtile(tx Tx, personne string, nouveaux []dossier.Fait) error {
	utile := false
	for i := range nouveaux {
		utile = utile || nouveaux[i].OuvreUnDossier()
	}
	if !utile {
		deja, err := suivie(tx, personne)
		if err != nil || !deja {
			return err
		}
	}
	return c.recalculer(tx, personne)
}

// recalculerOuRemettre recomputes the person whom a piece is about. If she cannot be
// computed, what came is kept all the same and the rest of the file goes on: a job
// computes her once she is mended.
func (c *Caisse) recalculerOuRemettre(tx Tx, personne, piece string, nouveaux []dossier.Fait) (calculee bool, err error) {
	err = c.recalculerSiUtile(tx, personne, nouveaux)
	if empeche(err) {
		return false, c.rafraichir(tx, "piece/"+piece, personne)
	}
	return err == nil, err
}

// suivie reports whether a fact of the person, on any of her records, opens a
// dossier.
func suivie(tx Tx, fiche string) (bool, error) {
	chef, err := racine(tx, fiche)
	if err != nil {
		return false, err
	}
	fiches, err := reunies(tx, chef)
	if err != nil {
		return false, err
	}
	for _, f := range fiches {
		if s, err := tx.Suivie(f); s || err != nil {
			return s, err
		}
	}
	return false, nil
}

func (c *Caisse) projeter(tx Tx, d *Dossier) error {
	p := Projection{Personne: d.Personne, Dus: d.Dus, Gels: d.gelsRetenus()}
	for i := range d.Etapes {
		p.Resumes = append(p.Resumes, d.resume(&d.Etapes[i]))
	}
	if err := tx.Projeter(p); err != nil {
		return err
	}
	if d.Essai {
		return nil
	}
	if err := c.rappelerOrdres(tx, d); err != nil {
		return err
	}
	if err := c.annoncerLiberations(tx, d); err != nil {
		return err
	}
	if err := c.notifier(tx, d); err != nil {
		return err
	}
	if err := c.ecrireIndus(tx, d); err != nil {
		return err
	}
	if err := c.ecrireRemises(tx, d); err != nil {
		return err
	}
	if err := c.avertir(tx, d); err != nil {
		return err
	}
	if err := c.surveillerRetards(tx, d); err != nil {
		return err
	}
	return c.demander(tx, d)
}

// resume is the line of a chain in the list of dossiers. Days still to come are
// counted, and filtered when the list is read: only who is awaited, and when the run
// looks next, are those of the day.
func (d *Dossier) resume(e *Etape) Resume {
	num := NumeroDossier(d.Personne, &e.Chaine)
	r := Resume{
		Dossier: num, Personne: d.Personne, Nom: nomComplet(&d.Calcul.Situation.Identite), Debut: e.Debut, Fin: e.Fin, CalculeLe: d.Jour, Test: d.Essai,
	}
	if d.Essai {
		r.Priorite.Pourcent = 100
		return r // never paid: nothing of it is unpaid, and nobody is awaited
	}
	r.Taches, r.Priorite, r.Impayes = len(suivi.Ouvertes(e.Taches)), e.Priorite, e.Impayes
	if e.Genre == suivi.Attend || e.Genre == suivi.Agent || e.Genre == suivi.AvecProgres {
		r.Attend = e.Acteur
	}
	emis := registre.Verser(d.Dus, d.emises())
	for i := range d.Dus {
		x := &d.Dus[i]
		if x.Dossier != num || x.Progres == registre.PayeParProgres || x.Etat != droit.Paye && x.Etat != droit.Attente || emis[x.Cle] >= x.IJ+x.Reserve && x.Etat == droit.Paye {
			continue
		}
		r.Jours++
		r.DuBrut += max(0, x.IJ+x.Reserve-emis[x.Cle])
		if r.PlusAncien == 0 || x.Jour < r.PlusAncien {
			r.PlusAncien = x.Jour
		}
	}
	r.AVoirLe = d.aVoirLe(num)
	if d.Jour <= e.Fin && suivi.EstConfie(e.Taches) && (r.AVoirLe == 0 || r.AVoirLe > e.Fin+1) {
		r.AVoirLe = e.Fin + 1 // over and settled, it is entrusted to nobody any more
	}
	return r
}

func nomComplet(i *dossier.Identite) string {
	nom := i.NomNaissance
	if i.NomUsage != "" && i.NomUsage != nom {
		nom = i.NomUsage + " (née ou né " + nom + ")"
	}
	return strings.TrimSpace(nom + " " + i.Prenoms)
}
