package suivi

import (
	"accord/decision"
	"accord/dossier"
)

// aConfirmer is the task of an act that waits for a second person.
func aConfirmer(a *Acte) Tache {
	t := ouvrirTache(Confirmation, "cadre", a, Echeance("SIGNATURE", a.Le))
	differe := ""
	if a.Differe != "" {
		differe = " Les deux fiches ne nomment pas la même personne : " + Clore(a.Differe)
	}
	switch {
	case a.Role == decision.Declaration:
		t.Phrase = "Deux numéros seraient ceux d'une même personne ; rien n'est réuni tant qu'un agent ne confirme pas, et l'acte se retire si ce sont deux personnes." + differe + " " + Clore(a.Motif)
	case a.Nature == dossier.Rattacher && differe != "":
		t.Phrase = a.Par + " réunirait deux fiches en une seule personne." + differe + " Rien n'est réuni tant qu'une autre personne ne l'a pas vérifié et confirmé ; l'acte se retire si ce sont deux personnes. Son motif : " + Clore(a.Motif)
	case a.Nature == dossier.Rattacher:
		t.Phrase = a.Par + " réunirait deux fiches, ce qui change plus d'argent que son rôle ne permet seul : rien n'est réuni tant qu'une autre personne ne l'a pas vérifié et confirmé. Son motif : " + Clore(a.Motif)
	default:
		t.Phrase = "Un acte de " + a.Par + " («" + string(a.Nature) + "») dépasse ce que son rôle permet seul : il est sans effet jusqu'à ce qu'une autre personne le confirme. Son motif : " + Clore(a.Motif)
	}
	return t
}
