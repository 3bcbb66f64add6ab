package app

import (
	"slices"
	"strings"

	"accord/dossier"
	"accord/droit"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// CauseEmpeche: who is owed them cannot be computed any more.
const CauseEmpeche = "empeche"

// compterFige counts a person who cannot be computed as the base keeps her: what it said
// when she was last computed, less what left. Where even that cannot be read, she is
// counted among those prevented alone.
func (c *Caisse) compterFige(tx Tx, id string, k *compteur) error {
	_, essai, err := tx.NIR(id)
	if err != nil || essai {
		return nil
	}
	d, err := c.figer(tx, id)
	if err != nil || len(d.Etapes) == 0 {
		return nil
	}
	p := personneComptee{k: k, d: d, attendus: map[string]bool{}, prepares: prepares(d), figee: true}
	k.e.Assures++
	k.e.Dossiers += len(d.Etapes)
	p.jours()
	p.finirRetards()
	return p.sommes(c)
}

// figer is a person as the base keeps her, with one step for each of her dossiers: someone
// must mend her.
func (c *Caisse) figer(tx Tx, id string) (*Dossier, error) {
	d := &Dossier{Personne: id, Jour: c.clock.Jour(), Calcul: dossier.Calcul{Situation: &dossier.Situation{}}}
	var err error
	if d.Dus, err = tx.Registre(id); err != nil {
		return nil, err
	}
	fiches, err := reunies(tx, id)
	if err != nil {
		return nil, err
	}
	for _, f := range fiches {
		poses, err := tx.Poses(f)
		if err != nil {
			return nil, err
		}
		ordres, err := tx.Ordres(f)
		if err != nil {
			return nil, err
		}
		d.Poses, d.Ordres = append(d.Poses, poses...), append(d.Ordres, ordres...)
	}
	verse := registre.Verser(d.Dus, d.emises())
	var numeros []string
	for i := range d.Dus {
		du := &d.Dus[i]
		debut, err := premierJour(du.Dossier)
		if err != nil || slices.Contains(numeros, du.Dossier) {
			continue
		}
		numeros = append(numeros, du.Dossier)
		siens := garder(d.Dus, func(x *registre.Du) bool { return x.Dossier == du.Dossier })
		ch := dossier.Chaine{Debut: debut, Fin: siens[len(siens)-1].Jour, Arrets: []int{len(numeros) - 1}}
		d.Calcul.Chaines = append(d.Calcul.Chaines, ch)
		d.Calcul.Situation.Cas.Arrets = append(d.Calcul.Situation.Cas.Arrets, droit.Arret{Risque: du.Risque, Debut: ch.Debut, Fin: ch.Fin})
		d.Etapes = append(d.Etapes, Etape{Chaine: ch, Impayes: suivi.Impayes(siens, verse), Etape: suivi.Etape{
			Genre: suivi.Agent, Acteur: "technicien", Phrase: "Ce dossier ne se calcule plus : ce qui restait dû à son dernier calcul n'est pas payé tant qu'il n'est pas réparé ; «accord verifier» dit qui est en cause.",
		}})
	}
	return d, nil
}

// premierJour reads the first day of a dossier in its number.
func premierJour(numero string) (v.Jour, error) {
	_, jour, _ := strings.Cut(numero, "-")
	if len(jour) != 8 {
		return 0, v.ErrJour
	}
	return v.ParseJour(jour[:4] + "-" + jour[4:6] + "-" + jour[6:])
}
