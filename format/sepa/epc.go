package sepa

import (
	"fmt"
	"strings"

	"accord/valeur"
)

// Check says whether the batch, once normalised, may be written: form of every
// field, amounts, days of TARGET, unique identifiers without personal data.
// The error is a [Refus] that names every fault, so that the transfers at fault
// can be set aside and the others leave.
func Check(l Lot) error {
	if a := anomalies(Normalize(l)); len(a) > 0 {
		return Refus(a)
	}
	return nil
}

// anomalies checks a batch that is already normalised.
func anomalies(l Lot) []Anomalie {
	c := nouveauControle(len(l.Ordres))
	for i := range champsLot {
		verifier(c, &champsLot[i], &l, 0)
	}
	c.entete(&l)
	for n := range l.Ordres {
		for i := range champsVirement {
			verifier(c, &champsVirement[i], &l.Ordres[n], n+1)
		}
		c.virement(&l.Ordres[n], n+1)
	}
	c.ensemble(len(l.Ordres), l.Total())
	return c.trouvees
}

func verifier[T any](c *controle, ch *champ[T], t *T, ordre int) {
	texte := ch.lire(t)
	if texte == "" && ch.facultatif {
		return
	}
	if motif := ch.regle(texte); motif != "" {
		c.signaler(Anomalie{Ordre: ordre, Chemin: ch.chemin, Message: motif})
	}
}

// controle holds the rules that look at more than one field. A field that is
// empty was refused by its own rule: they pass over it.
type controle struct {
	trouvees   []Anomalie
	ligne      func() int // current line of the file; nil for a batch
	instrIDs   map[string]int
	endToEnds  map[string]int
	montantSur bool // every amount could be read
}

func nouveauControle(n int) *controle {
	return &controle{instrIDs: make(map[string]int, n), endToEnds: make(map[string]int, n), montantSur: true}
}

func (c *controle) signaler(a Anomalie) {
	if c.ligne != nil && a.Ligne == 0 {
		a.Ligne = c.ligne()
	}
	c.trouvees = append(c.trouvees, a)
}

// entete checks that the bank is not asked to pay before it was told.
func (c *controle) entete(l *Lot) {
	if l.Execution.IsZero() || len(l.CreeLe) < 10 {
		return
	}
	if cree, err := valeur.ParseJour(l.CreeLe[:10]); err == nil && l.Execution < cree {
		c.signaler(Anomalie{Chemin: "PmtInf/ReqdExctnDt/Dt", Message: fmt.Sprintf(
			"exécution le %s, avant la création du fichier (%s)", l.Execution.Francais(), cree.Francais())})
	}
}

func (c *controle) virement(v *Virement, ordre int) {
	c.unique(c.instrIDs, v.InstrID, ordre, "/PmtId/InstrId")
	c.unique(c.endToEnds, v.EndToEndID, ordre, "/PmtId/EndToEndId")
	if v.BIC == "" && len(v.IBAN) > 2 && strings.Contains(paysHorsEEE, v.IBAN.Clair()[:2]) {
		c.signaler(Anomalie{Ordre: ordre, Chemin: cheminVirement + "/CdtrAgt/FinInstnId/BICFI", Message: fmt.Sprintf(
			"BIC absent : il est obligatoire vers un pays hors de l'Espace économique européen (%s)", v.IBAN.Clair()[:2])})
	}
}

// paysHorsEEE are the countries of the SEPA schemes outside the European
// Economic Area. There the bank of the payee must be named and the payer's
// address given (Regulation (EU) 2023/1113); elsewhere the IBAN is enough
// (Regulation (EU) 260/2012, article 5).
const paysHorsEEE = "AD AL CH GB GI MC MD ME MK RS SM VA"

func (c *controle) unique(vus map[string]int, id string, ordre int, chemin string) {
	if id == "" {
		return
	}
	premier, deja := vus[id]
	if !deja {
		vus[id] = ordre
		return
	}
	c.signaler(Anomalie{Ordre: ordre, Chemin: cheminVirement + chemin,
		Message: fmt.Sprintf("déjà porté par le virement %d", premier)})
}

func (c *controle) ensemble(nombre int, total valeur.Centimes) {
	if nombre == 0 {
		c.signaler(Anomalie{Chemin: cheminVirement, Message: "aucun virement"})
	}
	if total > valeur.MontantMax {
		c.signaler(Anomalie{Chemin: "GrpHdr/CtrlSum", Message: "le total dépasse " + valeur.MontantMax.Euros()})
	}
}
