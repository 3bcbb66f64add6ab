package app

import (
	"accord/dossier"
	"accord/paiement"
	v "accord/valeur"
)

// demanderSuccession asks the heirs where to pay what was still owed to an
// insured who died: nobody else can say it, and the machine pays nobody by
// itself. It is asked only while something waits for the answer.
func (d *Dossier) demanderSuccession() {
	s := d.Calcul.Situation
	for _, r := range d.Retenues {
		if r.Motif != paiement.AttendSuccession {
			continue
		}
		d.Calcul.Questions = append(d.Calcul.Questions, dossier.Question{
			Code: dossier.QuestionSuccession, AupresDe: dossier.Heritiers, Objet: r.Dossier,
			Pour: v.P(r.Depuis, s.Cas.Assure.DecesLe), Depuis: max(s.DecesConnuLe, r.Depuis+1),
			SansAssure: true,
			Phrase: "L'assuré est décédé le " + s.Cas.Assure.DecesLe.EnLettres() + ". " + r.Brut.Euros() + " brut lui étaient dus ; cette somme revient à sa succession. " +
				"Un héritier, ou le notaire, doit donner le compte de la succession, avec un acte de notoriété ou un certificat d'hérédité.",
		})
	}
}

// annonceUnDeces reports whether a piece says that the insured died, or speaks
// for his estate: he is not written to about it.
func annonceUnDeces(faits []dossier.Fait) bool {
	for i := range faits {
		if faits[i].Evenement.DeLAssure() || faits[i].RIB != nil && faits[i].RIB.Succession {
			return true
		}
	}
	return false
}
