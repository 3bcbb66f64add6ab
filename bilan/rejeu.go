package bilan

import (
	"fmt"
	"io"
	"slices"

	"accord/app"
	"accord/droit"
	"accord/libelle"
	"accord/registre"
	v "accord/valeur"
)

// EcrireRejeu prints what other rules do to people: nombre of those who lose and of
// those who gain by their names, all of them when it is zero.
func EcrireRejeu(w io.Writer, r *app.Rejeu, nombre int) error {
	var b texte
	b.titre("Rejeu au " + libelle.JourEnLettres(r.Jour) + " : " + libelle.Compte(r.Personnes, "personne recalculée", "personnes recalculées"))
	for _, e := range r.Empeches {
		b.WriteString("  " + e.Error() + "\n")
	}
	perdent, gagnent, autres := partager(r.Rejouees)
	if len(r.Rejouees) == 0 {
		b.ligne("Rien ne change", "pour personne")
	}
	b.rejouees("Y perdent", perdent)
	b.rejouees("Y gagnent", gagnent)
	if len(autres) > 0 {
		b.ligne("Sans différence de somme", libelle.Compte(len(autres), "personne", "personnes")+" : une raison, un état ou un destinataire change")
	}
	if len(r.Parts) > 0 {
		b.titre("Par prestation et règle (celle qui dit les jours à présent)")
	}
	for i := range r.Parts {
		p := &r.Parts[i]
		b.ligne(majuscule(libelle.Risque(p.Risque))+", "+string(p.Regle), fmt.Sprintf("%s : +%s, −%s brut", libelle.Jours(p.Jours), p.Gain.Euros(), p.Perte.Euros()))
	}
	b.personnes("Qui perd, la plus grande perte d'abord", perdent, nombre)
	b.personnes("Qui gagne, le plus grand gain d'abord", gagnent, nombre)
	b.personnes("Sans différence de somme", autres, nombre)
	_, err := io.WriteString(w, b.String())
	return err
}

// partager parts those who lose, those who only gain, and the others.
func partager(tous []app.PersonneRejouee) (perdent, gagnent, autres []app.PersonneRejouee) {
	for _, p := range tous {
		switch {
		case p.Perte > 0:
			perdent = append(perdent, p)
		case p.Gain > 0:
			gagnent = append(gagnent, p)
		default:
			autres = append(autres, p)
		}
	}
	return perdent, gagnent, autres
}

func (b *texte) rejouees(quoi string, ps []app.PersonneRejouee) {
	if len(ps) == 0 {
		return
	}
	var gain, perte, verse v.Centimes
	adverses := 0
	for i := range ps {
		gain, perte, verse, adverses = gain+ps[i].Gain, perte+ps[i].Perte, verse+ps[i].Verse, adverses+ps[i].Adverses
	}
	texte := libelle.Compte(len(ps), "personne", "personnes") + " : " + ecarts(gain, perte)
	if verse > 0 {
		texte += ", dont " + verse.Euros() + " déjà versés"
	}
	if adverses > 0 {
		texte += " ; " + libelle.Compte(adverses, "décision défavorable à signer", "décisions défavorables à signer")
	}
	b.ligne(quoi, texte)
}

// ecarts says a gain and a loss, gross.
func ecarts(gain, perte v.Centimes) string {
	switch {
	case perte == 0:
		return "+" + gain.Euros() + " brut"
	case gain == 0:
		return "−" + perte.Euros() + " brut"
	}
	return "+" + gain.Euros() + " et −" + perte.Euros() + " brut"
}

func (b *texte) personnes(titre string, ps []app.PersonneRejouee, nombre int) {
	if len(ps) == 0 {
		return
	}
	b.titre(titre)
	if nombre == 0 {
		nombre = len(ps)
	}
	for i := range ps[:min(nombre, len(ps))] {
		p := &ps[i]
		texte := ecarts(p.Gain, p.Perte)
		if p.Gain == 0 && p.Perte == 0 {
			texte = "0,00 €"
		}
		if p.Verse > 0 {
			texte += ", dont " + p.Verse.Euros() + " déjà versés"
		}
		fmt.Fprintf(b, "  %d. %s, %s : %s\n", i+1, p.Nom, p.Personne, texte)
		for k := range p.Suites {
			b.suite(&p.Suites[k])
		}
		if p.Adverses > 0 {
			b.WriteString("     " + libelle.Compte(p.Adverses, "décision défavorable à signer", "décisions défavorables à signer") + "\n")
		}
	}
	if reste := len(ps) - nombre; reste > 0 {
		b.WriteString("  et " + libelle.Compte(reste, "autre personne", "autres personnes") + " (--tous les montre)\n")
	}
}

func (b *texte) suite(s *app.SuiteRejouee) {
	fmt.Fprintf(b, "     %s, activité %s, du %s au %s (%s), %s : %s → %s\n", s.Dossier, s.Cle.Ligne, s.Cle.Jour.Francais(), s.Au.Francais(), libelle.Jours(s.Jours()), libelle.Risque(s.Cle.Risque),
		jourRejoue(&s.Avant, ""), jourRejoue(&s.Apres, s.Avant.Destinataire))
}

// jourRejoue says what is said of a day, and to whom it goes when that changes.
func jourRejoue(d *registre.Du, autre registre.Destinataire) string {
	if d.Etat == "" {
		return "hors du calendrier"
	}
	texte := libelle.Etat(d.Etat)
	if d.IJ+d.Reserve > 0 {
		texte += " " + (d.IJ + d.Reserve).Euros()
	}
	if slices.Contains([]droit.Etat{droit.Paye, droit.Attente}, d.Etat) && autre != "" && d.Destinataire != autre {
		texte += " à " + libelle.Destinataire(d.Destinataire, "")
	}
	return texte + " (" + string(d.Regle) + ")"
}
