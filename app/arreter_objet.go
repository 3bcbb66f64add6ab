package app

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"accord/clock"
	"accord/decision"
	"accord/paiement"
	v "accord/valeur"
)

// objetDuGel examines whether what is to be stopped exists, and names it as the base does. The
// error says what exists under that kind of name.
func (c *Caisse) objetDuGel(tx Tx, g *decision.GesteGel) (err error) {
	switch g.Genre {
	case decision.GelPersonne:
		nom := g.Objet
		if g.Objet, _, err = trouver(tx, nom); errors.Is(err, ErrAbsent) {
			return fmt.Errorf("personne «%s» : %w ; donnez son NIR, ou le numéro d'un de ses dossiers", nom, ErrAbsent)
		}
		return err
	case decision.GelRegle:
		g.Objet, err = c.regleNommee(g.Objet)
		return err
	case decision.GelVersion:
		g.Objet, err = c.versionNommee(tx, g.Objet)
		return err
	case decision.GelLot:
		return lotArretable(tx, g)
	}
	return nil
}

// regleNommee finds a rule by its code.
func (c *Caisse) regleNommee(code string) (string, error) {
	famille, voisines := prefixeRegle(code), []string(nil)
	for _, r := range c.table.Regles() {
		if strings.EqualFold(r.ID, code) {
			return r.ID, nil
		}
		if famille != "" && prefixeRegle(r.ID) == famille {
			voisines = append(voisines, r.ID)
		}
	}
	if len(voisines) == 0 {
		return "", fmt.Errorf("règle «%s» : %w ; «accord regles» liste celles qui existent", code, ErrAbsent)
	}
	return "", fmt.Errorf("règle «%s» : %w ; existent : %s ; «accord regles» les liste toutes", code, ErrAbsent, enumerer(voisines))
}

// prefixeRegle is the family of a rule: «MAL-BAS» of MAL-BAS-04.
func prefixeRegle(code string) string {
	return strings.ToUpper(code[:max(0, strings.LastIndexByte(code, '-'))])
}

// versionNommee finds a version of the rules: the one in force, or one by which an order was made.
// A stop of any other one would hold nothing.
func (c *Caisse) versionNommee(tx Tx, nom string) (string, error) {
	versions, err := tx.Versions()
	if err != nil {
		return "", err
	}
	versions = slices.DeleteFunc(versions, func(x string) bool { return x == c.regles })
	for _, x := range append([]string{c.regles}, versions...) {
		if strings.EqualFold(x, nom) {
			return x, nil
		}
	}
	existe := c.regles + ", en vigueur"
	if len(versions) > 0 {
		existe += " ; et, par des paiements déjà faits, " + enumerer(versions)
	}
	return "", fmt.Errorf("version des règles «%s» : %w ; existent : %s", nom, ErrAbsent, existe)
}

// lotArretable examines whether a batch exists and was not released.
func lotArretable(tx Tx, g *decision.GesteGel) error {
	g.Objet = strings.ToUpper(g.Objet)
	l, err := tx.Lot(g.Objet)
	if errors.Is(err, ErrAbsent) {
		return lotAbsent(tx, g.Objet)
	}
	switch {
	case err != nil:
		return err
	case l.Etat == paiement.LotAnnule:
		return fmt.Errorf("lot %s : %w : il a été défait avant son envoi, et ses paiements ont été rendus à proposer", l.ID, ErrDejaFait)
	case l.Etat != paiement.LotPrepare:
		return fmt.Errorf("lot %s : %w : son fichier a pu être remis à la banque ; arrêtez les personnes en cause", l.ID, ErrDejaEmis)
	}
	return nil
}

// lotAbsent says that no batch has a name, and which ones could be stopped.
func lotAbsent(tx Tx, id string) error {
	lots, err := tx.Lots()
	if err != nil {
		return err
	}
	var prepares []string
	for i := range lots {
		if lots[i].Etat == paiement.LotPrepare {
			prepares = append(prepares, lots[i].ID)
		}
	}
	if len(prepares) == 0 {
		return fmt.Errorf("lot «%s» : %w ; aucun lot n'est préparé et pas encore parti", id, ErrAbsent)
	}
	return fmt.Errorf("lot «%s» : %w ; préparés et pas encore partis : %s", id, ErrAbsent, enumerer(prepares))
}

// arretNomme finds a stop by its number or by what it stops: the last one that can still be lifted or
// confirmed, else the last one.
func (c *Caisse) arretNomme(tx Tx, gels []decision.Gel, nom string) (*decision.Gel, error) {
	nom = strings.TrimSpace(nom)
	personne, _, err := trouver(tx, nom)
	if err != nil && !errors.Is(err, ErrAbsent) {
		return nil, err
	}
	jour := c.clock.Jour()
	var trouve *decision.Gel
	var ouverts []string
	for i := range gels {
		x := &gels[i]
		ouvert := direFini(x, jour) == ""
		if ouvert {
			ouverts = append(ouverts, x.Gel+" ("+string(x.Genre)+" "+x.Objet+")")
		}
		if !strings.EqualFold(x.Gel, nom) && !strings.EqualFold(x.Objet, nom) && (personne == "" || x.Objet != personne) {
			continue
		}
		if trouve == nil || ouvert || direFini(trouve, jour) != "" {
			trouve = x
		}
	}
	switch {
	case trouve != nil:
		return trouve, nil
	case len(ouverts) == 0:
		return nil, fmt.Errorf("arrêt «%s» : %w ; rien n'est arrêté", nom, ErrAbsent)
	}
	return nil, fmt.Errorf("arrêt «%s» : %w ; sont arrêtés, ou à confirmer : %s", nom, ErrAbsent, enumerer(ouverts))
}

// direFini says how a stop ended; nothing, when it can still be lifted.
func direFini(x *decision.Gel, jour v.Jour) string {
	switch {
	case x.AConfirmer():
		return ""
	case x.Leve != nil:
		return fmt.Sprintf("levé le %s par %s (%s)", clock.JourDe(x.Leve.Le).EnLettres(), x.Leve.Par, x.Leve.Motif)
	case x.Genre == decision.GelLot:
		fait := cmp.Or(x.Confirme, &x.GesteGel)
		return fmt.Sprintf("le lot %s a été défait le %s, et ses paiements rendus à proposer ; il ne retient plus rien, il n'y a rien à lever", x.Objet, clock.JourDe(fait.Le).EnLettres())
	case x.Jusque <= jour:
		return "il a pris fin de lui-même le " + x.Jusque.EnLettres() + ", et ne retient plus rien"
	}
	return ""
}

// enumeres is how many names a refusal lists.
const enumeres = 8

// enumerer lists names, the first ones when they are many.
func enumerer(noms []string) string {
	if n := len(noms) - enumeres; n > 1 {
		return strings.Join(noms[:enumeres], ", ") + fmt.Sprintf(", et %d autres", n)
	}
	return strings.Join(noms, ", ")
}
