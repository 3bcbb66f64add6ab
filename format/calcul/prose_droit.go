package calcul

import (
	"fmt"
	"slices"
	"strings"

	"accord/droit"
	"accord/libelle"
)

func (r *recit) droits() {
	if len(r.res.Droits) == 0 {
		return
	}
	r.section("Votre droit")
	for i := range r.res.Droits {
		d := &r.res.Droits[i]
		if !r.res.Sert(d.Arret) {
			continue
		}
		r.paragraphe("- ", r.ouverture(d))
		if len(r.res.Explication) > 0 {
			continue // the steps tell the rest
		}
		if h, ok := d.HeuresRetenues.Get(); ok {
			r.paragraphe("  ", "Heures retenues : "+h.Nombre()+".")
		}
		if s, ok := d.SalaireRetenu.Get(); ok {
			r.paragraphe("  ", "Salaires retenus : "+s.Euros()+".")
		}
		if d.DernierJour != 0 {
			r.paragraphe("  ", "Dernier jour payable : "+d.DernierJour.EnLettres()+".")
		}
	}
}

func (r *recit) ouverture(d *droit.Droit) string {
	qui := r.activite(d.Activite)
	if a := r.arret(d.Arret); a != "" {
		qui += ", à compter de l'arrêt " + a
	}
	if !d.Ouvert && r.attend(d) {
		return qui + " : on ne peut pas encore dire si le droit est ouvert" + regle(d.Regle) + "."
	}
	if !d.Ouvert {
		return qui + " : le droit n'est pas ouvert" + regle(d.Regle) + "."
	}
	return qui + " : le droit est ouvert" + motEventuel(", ", nommer(nomsVoie, d.Voie)) + regle(d.Regle) + "."
}

// attend reports whether days wait to know if a right is open.
func (r *recit) attend(d *droit.Droit) bool {
	for i := range r.res.Jours {
		if j := &r.res.Jours[i]; j.Etat == droit.Attente && j.Chaine == d.Arret && j.Activite == d.Activite && j.Regle == d.Regle {
			return true
		}
	}
	return false
}

// regle quotes a rule between brackets.
func regle(id droit.Regle) string {
	if id == "" {
		return ""
	}
	return " (" + string(id) + ")"
}

func (r *recit) bases() {
	if len(r.res.Bases) == 0 {
		return
	}
	r.section("Votre indemnité journalière")
	for i := range r.res.Bases {
		b := &r.res.Bases[i]
		if !r.res.Sert(b.Arret) {
			continue
		}
		lignes := make([]string, len(b.Activites))
		for k, a := range b.Activites {
			lignes[k] = r.activite(a)
		}
		qui := strings.Join(lignes, " et ")
		if a := r.arret(b.Arret); a != "" && len(r.res.Bases) > 1 {
			qui += ", à compter de l'arrêt " + a
		}
		auMoins := ""
		if r.moindre(b) {
			auMoins = "au moins "
		}
		r.paragraphe("- ", fmt.Sprintf("%s : %s%s par jour%s.", qui, auMoins, b.IJ.Euros(), secondTaux(b)))
		if len(r.res.Explication) == 0 {
			r.detailBase(b)
		}
	}
}

// moindre reports whether days that wait are owed the amount of a base at
// least: it counts for nothing what nobody knows.
func (r *recit) moindre(b *droit.Base) bool {
	for i := range r.res.Jours {
		if j := &r.res.Jours[i]; j.Etat == droit.Attente && j.IJ > 0 && j.Chaine == b.Arret && slices.Contains(b.Activites, j.Activite) {
			return true
		}
	}
	return false
}

// detailBase gives the figures of a base when no step tells them.
func (r *recit) detailBase(b *droit.Base) {
	if len(b.SalairesRetenus) > 0 {
		retenus := make([]string, len(b.SalairesRetenus))
		for k := range b.SalairesRetenus {
			retenus[k] = eurosArrondis(b.SalairesRetenus[k])
		}
		r.paragraphe("  ", "Salaires retenus : "+strings.Join(retenus, ", ")+plafond(b)+".")
	}
	if !b.GainJournalier.EstNulle() {
		gain := decimalFrancais(string(ajouterDecimal(nil, b.GainJournalier, 6)))
		r.paragraphe("  ", "Gain journalier : "+gain+"\u00a0€.")
	}
	if raam, ok := b.RAAM.Get(); ok {
		r.paragraphe("  ", "Revenu annuel moyen : "+raam.Euros()+".")
	}
}

func secondTaux(b *droit.Base) string {
	if ij, ok := b.IJ2.Get(); ok {
		return ", puis " + ij.Euros()
	}
	return ""
}

func plafond(b *droit.Base) string {
	if b.PlafondMensuel.EstNulle() {
		return ""
	}
	return " (plafond mensuel : " + eurosArrondis(b.PlafondMensuel) + ")"
}

// etapes prints the trace: the sentence that the law wrote while it computed,
// then the article.
func (r *recit) etapes() {
	if len(r.res.Explication) == 0 {
		return
	}
	r.section("Le calcul, pas à pas")
	if avant := libelle.CalculIncomplet(r.res); avant != "" {
		r.paragraphe("", avant)
	}
	dits, avant := r.res.Recit(), ""
	for i := range dits {
		if titre := r.sujet(&dits[i]); titre != avant && plusieursArrets(dits) {
			r.ligne("")
			r.paragraphe("", titre)
			avant = titre
		}
		r.etape(i+1, &dits[i])
	}
}

func plusieursArrets(es []droit.Etape) bool {
	return slices.ContainsFunc(es, func(e droit.Etape) bool { return e.Chaine >= 0 && e.Chaine != es[0].Chaine })
}

func (r *recit) etape(n int, e *droit.Etape) {
	source := string(e.Regle)
	if e.Article != "" {
		source = "article\u00a0" + e.Article + ", " + source
	}
	r.paragraphe(fmt.Sprintf("%3d. ", n), e.Phrase+" ["+source+"]")
}

// sujet heads the steps of one stop, then the days of all.
func (r *recit) sujet(e *droit.Etape) string {
	switch {
	case e.DeJours():
		return "Jour après jour"
	case e.Chaine < 0 || e.Chaine >= len(r.cas.Arrets):
		return "En outre"
	}
	a := &r.cas.Arrets[e.Chaine]
	return motEventuel(propre(a.ID)+" : ", nommer(nomsRisque, a.Risque))
}

func (r *recit) manques() {
	if len(r.res.Manques) == 0 {
		return
	}
	r.section("Ce qui manque")
	for i := range r.res.Manques {
		m := &r.res.Manques[i]
		suite := ""
		if m.AupresDe != "" {
			suite += " À demander à : " + interlocuteur(propre(m.AupresDe)) + "."
		}
		if !m.Pour.IsZero() {
			suite += " Jours qui en dépendent : " + m.Pour.EnLettres() + "."
		}
		r.paragraphe("- ", m.Phrase+suite+" ["+propre(m.Code)+"]")
	}
}

func (r *recit) avis() {
	if len(r.res.Avis) == 0 {
		return
	}
	r.section("À savoir")
	for i := range r.res.Avis {
		r.paragraphe("- ", r.res.Avis[i].Phrase+" ["+propre(r.res.Avis[i].Code)+"]")
	}
}

// certain tells what is due whatever the answers, when that is not all.
func (r *recit) certain() {
	c := &r.res.Certain
	if len(r.res.Manques) == 0 || c.Jours == 0 {
		return
	}
	r.section("Ce qui est certain dès maintenant")
	r.paragraphe("", fmt.Sprintf("Quelles que soient les réponses attendues, %s pour %s bruts sont dus.", jours(c.Jours), c.Brut.Euros()))
	for i := range c.Periodes {
		p := &c.Periodes[i]
		r.paragraphe("- ", fmt.Sprintf("%s, %s : %s par jour.", p.Periode.EnLettres(), r.activite(p.Activite), p.IJ.Euros()))
	}
}
