package calcul

import (
	"fmt"
	"strings"

	"accord/droit"
)

func (r *recit) droits() {
	if len(r.res.Droits) == 0 {
		return
	}
	r.section("Votre droit")
	for i := range r.res.Droits {
		d := &r.res.Droits[i]
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
	if !d.Ouvert {
		return qui + " : le droit n'est pas ouvert" + regle(d.Regle) + "."
	}
	return qui + " : le droit est ouvert" + motEventuel(", ", nommer(nomsVoie, d.Voie)) + regle(d.Regle) + "."
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
		lignes := make([]string, len(b.Activites))
		for k, a := range b.Activites {
			lignes[k] = r.activite(a)
		}
		quand := ""
		if len(r.res.Bases) > 1 {
			quand = ", à compter de l'arrêt " + r.arret(b.Arret)
		}
		r.paragraphe("- ", fmt.Sprintf("%s%s : %s par jour%s.", strings.Join(lignes, " et "), quand, b.IJ.Euros(), secondTaux(b)))
		if len(r.res.Explication) == 0 {
			r.detailBase(b)
		}
	}
}

// detailBase gives the figures of a base when no step tells them.
func (r *recit) detailBase(b *droit.Base) {
	if len(b.SalairesRetenus) > 0 {
		retenus := make([]string, len(b.SalairesRetenus))
		for k := range b.SalairesRetenus {
			retenus[k] = eurosExacts(b.SalairesRetenus[k])
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
	return " (plafond mensuel : " + eurosExacts(b.PlafondMensuel) + ")"
}

// etapes prints the trace: the sentence that the law wrote while it computed,
// then the article.
func (r *recit) etapes() {
	if len(r.res.Explication) == 0 {
		return
	}
	r.section("Le calcul, pas à pas")
	for i := range r.res.Explication {
		e := &r.res.Explication[i]
		source := string(e.Regle)
		if e.Article != "" {
			source = "article\u00a0" + e.Article + ", " + source
		}
		r.paragraphe(fmt.Sprintf("%3d. ", i+1), e.Phrase+" ["+source+"]")
	}
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
			suite += " Jours qui en dépendent : " + periode(m.Pour) + "."
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
		r.paragraphe("- ", fmt.Sprintf("%s, %s : %s par jour.", periode(p.Periode), r.activite(p.Activite), p.IJ.Euros()))
	}
}
