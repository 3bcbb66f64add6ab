package app

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"accord/clock"
	"accord/dossier"
	"accord/registre"
	"accord/suivi"
	v "accord/valeur"
)

// aReparer examines whether an act may say that a piece cures what a control found wrong, and gives the
// piece the whole of its number: a control that nobody answered yet, a piece of the person.
func (d *Dossier) aReparer(tx Tx, a *dossier.Intervention) (err error) {
	for _, x := range d.dater(d.Calcul.Situation.Interventions) {
		switch {
		case x.ID != a.Objet:
		case x.Ordre == nil:
			return fmt.Errorf("%w : l'acte %s ne trouve aucun paiement à corriger", ErrControle, x.ID)
		case x.Corrige != nil:
			return fmt.Errorf("%w : ce que le contrôle %s trouvait a été corrigé le %s par %s (%s)", ErrDejaFait, x.ID, x.Corrige.Le.Francais(), x.Corrige.Par, x.Corrige.Motif)
		}
	}
	a.Valeur, err = d.pieceNommee(tx, a.Valeur)
	return err
}

// pieceNommee finds a piece that someone sent, by its number or by how the number begins. The error
// lists the last ones.
func (d *Dossier) pieceNommee(tx Tx, numero string) (string, error) {
	recues, err := desFiches(d.Fiches, tx.Pieces)
	if err != nil {
		return "", err
	}
	recues = slices.DeleteFunc(recues, func(p PieceRecue) bool {
		return p.Genre == dossier.GenreIntervention || p.Genre == dossier.GenreDecision
	})
	numero = strings.ToLower(strings.TrimSpace(numero))
	var trouvees, dernieres []string
	slices.SortFunc(recues, func(a, b PieceRecue) int {
		return cmp.Or(cmp.Compare(b.RecuLe, a.RecuLe), cmp.Compare(a.Empreinte, b.Empreinte))
	})
	for i := range recues {
		p := &recues[i]
		if len(numero) >= debutPiece && strings.HasPrefix(p.Empreinte, numero) && !slices.Contains(trouvees, p.Empreinte) {
			trouvees = append(trouvees, p.Empreinte)
		}
		dernieres = append(dernieres, p.Empreinte[:debutPiece]+" ("+p.NomFichier+", reçue le "+clock.JourDe(p.RecuLe).Francais()+")")
	}
	if len(trouvees) == 1 {
		return trouvees[0], nil
	}
	return "", fmt.Errorf("pièce «%s» : %w ; ses pièces sont : %s", numero, ErrAbsent, enumerer(slices.Compact(dernieres)))
}

// debutPiece is how much of the number of a piece names it.
const debutPiece = 8

// changer says of each control that found a payment wrong, and that nobody answered, whether pieces that
// came since changed what its days are owed: all else as today, without them.
func (c *Caisse) changer(d *Dossier) error {
	if d.Essai {
		return nil
	}
	actes := d.dater(d.Calcul.Situation.Interventions)
	for i := range actes {
		k := &actes[i]
		if k.Ordre == nil || k.Corrige != nil {
			continue
		}
		venues := d.lues.venues(k.ID)
		change, err := c.sansPieces(d, k, venues)
		if err != nil {
			return err
		}
		if change == nil {
			continue
		}
		if change.Pieces, err = c.causes(d, k, venues); err != nil {
			return err
		}
		if d.changes == nil {
			d.changes = map[string]*suivi.Changement{}
		}
		d.changes[k.ID] = change
	}
	return nil
}

// sansPieces says what some pieces changed of the days of a payment: what is owed without them, and with
// them; nil when it is the same.
func (c *Caisse) sansPieces(d *Dossier, k *suivi.Acte, pieces []suivi.PieceVenue) (*suivi.Changement, error) {
	if len(pieces) == 0 {
		return nil, nil
	}
	g := *d.lues
	g.faits = garder(g.faits, func(f *dossier.Fait) bool {
		return f.Intervention != nil || f.Decision != nil || !slices.Contains(pieces, venue(f))
	})
	x, err := c.calculerLe(&g, d.Personne, d.NIR, d.Jour, false, nil)
	if err != nil {
		return nil, err
	}
	return changement(k, x.Dus, d.Dus), nil
}

// piecesEprouvees is how many pieces, the last ones, are each tried to find which changed something.
const piecesEprouvees = 6

// causes keeps, of pieces that changed something together, those that each do; all of them when none does
// alone.
func (c *Caisse) causes(d *Dossier, k *suivi.Acte, venues []suivi.PieceVenue) (cs []suivi.PieceVenue, err error) {
	venues = venues[max(0, len(venues)-piecesEprouvees):]
	for i := range venues {
		change, err := c.sansPieces(d, k, venues[i:i+1])
		if err != nil {
			return nil, err
		}
		if change != nil {
			cs = append(cs, venues[i])
		}
	}
	if len(cs) == 0 {
		return venues, nil
	}
	return cs, nil
}

// venues lists the pieces that came after an act was done, in the order of the chain.
func (g *reunion) venues(acte string) (ps []suivi.PieceVenue) {
	n := slices.IndexFunc(g.faits, func(f dossier.Fait) bool { return f.Intervention != nil && f.Intervention.ID == acte })
	if n < 0 {
		return nil
	}
	le, fiche := g.faits[n].ConnuLe, g.faits[n].Source.Fiche
	for i := range g.faits {
		f := &g.faits[i]
		if depuis := f.ConnuLe > le || f.Source.Fiche == fiche && i > n; !depuis || f.Intervention != nil || f.Decision != nil {
			continue
		}
		if p := venue(f); !slices.Contains(ps, p) {
			ps = append(ps, p)
		}
	}
	return ps
}

// venue is the piece of a fact.
func venue(f *dossier.Fait) suivi.PieceVenue {
	return suivi.PieceVenue{Piece: f.Source.Piece, Fichier: f.Source.Fichier, Le: f.ConnuLe}
}

// changement compares the days of a payment that was found wrong; nil when they are owed alike.
func changement(k *suivi.Acte, avant, apres []registre.Du) *suivi.Changement {
	somme := func(dus []registre.Du) (brut v.Centimes, siens []registre.Du) {
		for i := range dus {
			if x := &dus[i]; k.Ordre.Porte(x.Jour, x.Ligne) {
				brut, siens = brut+x.Dette(), append(siens, registre.Du{Cle: x.Cle, Etat: x.Etat, IJ: x.IJ, Destinataire: x.Destinataire})
			}
		}
		return brut, siens
	}
	a, joursA := somme(avant)
	b, joursB := somme(apres)
	if slices.Equal(joursA, joursB) {
		return nil
	}
	return &suivi.Changement{Avant: a, Apres: b, Autrement: a == b}
}

// AReparer lists the controls of a person that found a payment wrong, and that nobody answered.
func (d *Dossier) AReparer() (ids []string) {
	for _, a := range d.dater(d.Calcul.Situation.Interventions) {
		if a.Ordre != nil && a.Corrige == nil {
			ids = append(ids, a.ID)
		}
	}
	return ids
}
