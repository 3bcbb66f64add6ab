package sepa

import (
	"fmt"
	"io"
	"strconv"

	"accord/valeur"
)

// Resume is what a file was found to hold, counted again from its transfers.
type Resume struct {
	MsgID     string
	Execution valeur.Jour
	Virements int
	Total     valeur.Centimes
}

// Read reads back a file written by [Write], as a stream, into the batch that
// it carries: [Normalize] of the one that was written. It refuses, with a
// [Refus], whatever [CheckFile] finds fault with.
func Read(r io.Reader) (Lot, error) {
	l := lireFichier(r, true)
	if l.source.err != nil {
		return Lot{}, fmt.Errorf("lecture du fichier SEPA interrompue : %w", l.source.err)
	}
	if len(l.trouvees) > 0 {
		return Lot{}, Refus(l.trouvees)
	}
	return l.lot, nil
}

// CheckFile judges a file without keeping its transfers in memory: the exact
// elements that [Write] writes, in their order, and every rule of [Check], the
// number and the sum of the transfers counted again. No anomaly means that the
// file may leave.
func CheckFile(r io.Reader) (Resume, []Anomalie) {
	l := lireFichier(r, false)
	if l.source.err != nil {
		l.signaler(Anomalie{Chemin: racine.chemin, Message: "lecture interrompue : " + l.source.err.Error()})
	}
	return Resume{MsgID: l.lot.MsgID, Execution: l.lot.Execution, Virements: l.nombre, Total: l.total}, l.trouvees
}

// lecteur puts a file back into a batch while the structure is checked.
type lecteur struct {
	*controle
	parcours
	garder   bool // keep the transfers
	lot      Lot
	courant  Virement
	nombre   int
	total    valeur.Centimes
	annonces map[string]annonce
}

// annonce is what the file says and the transfers or another element must
// confirm.
type annonce struct {
	texte string
	ligne int
}

func lireFichier(r io.Reader, garder bool) *lecteur {
	l := &lecteur{controle: nouveauControle(0), garder: garder, annonces: map[string]annonce{}}
	l.parcours = nouveauParcours(r, l)
	l.controle.ligne = l.parcours.numeroLigne
	if l.parcourir() {
		l.confirmer()
	}
	return l
}

func (l *lecteur) refuser(chemin, message string) {
	a := Anomalie{Chemin: chemin, Message: message}
	if l.dansVirement {
		a.Ordre = l.nombre
	}
	l.signaler(a)
}

func (l *lecteur) debutVirement() {
	l.nombre++
	l.courant = Virement{}
}

func (l *lecteur) finVirement() {
	l.controle.virement(&l.courant, l.nombre)
	l.total = ajouter(l.total, l.courant.Montant)
	if l.garder {
		l.lot.Ordres = append(l.lot.Ordres, l.courant)
	}
}

// valeur takes the text of one element.
func (l *lecteur) valeur(n *noeud, texte string) {
	switch {
	case n.fixe != "":
		if texte != n.fixe {
			l.refuser(n.chemin, fmt.Sprintf("vaut %q, attendu %q", abreger(texte), n.fixe))
		}
	case n.lot != nil:
		if motif := n.lot.regle(texte); motif != "" {
			l.refuser(n.chemin, motif)
			return
		}
		n.lot.poser(&l.lot, texte)
		if n.chemin == "PmtInf/ReqdExctnDt/Dt" {
			l.entete(&l.lot)
		}
	case n.virement != nil:
		if motif := n.virement.regle(texte); motif != "" {
			l.refuser(n.chemin, motif)
			if n.devise {
				l.montantSur = false
			}
			return
		}
		n.virement.poser(&l.courant, texte)
	default:
		l.annonces[n.chemin] = annonce{texte, l.numeroLigne()}
	}
}

// confirmer compares what the file announces with what it holds.
func (l *lecteur) confirmer() {
	nombre, total := strconv.Itoa(l.nombre), l.total.String()
	l.ensemble(l.nombre, l.total)
	l.confirmerUn("GrpHdr/NbOfTxs", nombre, "compté")
	l.confirmerUn("PmtInf/NbOfTxs", nombre, "compté")
	if l.montantSur && l.total <= valeur.MontantMax {
		l.confirmerUn("GrpHdr/CtrlSum", total, "recalculé")
		l.confirmerUn("PmtInf/CtrlSum", total, "recalculé")
	}
	if l.lot.Debiteur.Nom != "" {
		l.confirmerUn("GrpHdr/InitgPty/Nm", l.lot.Debiteur.Nom, "débiteur")
	}
	if l.lot.MsgID != "" {
		l.confirmerUn("PmtInf/PmtInfId", l.lot.MsgID, "identifiant du lot")
	}
}

func (l *lecteur) confirmerUn(chemin, juste, origine string) {
	a, ok := l.annonces[chemin]
	if ok && a.texte != juste {
		l.signaler(Anomalie{Ligne: a.ligne, Chemin: chemin,
			Message: fmt.Sprintf("vaut %q, %s : %q", abreger(a.texte), origine, juste)})
	}
}
