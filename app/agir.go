package app

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"accord/decision"
	"accord/dossier"
	"accord/suivi"
)

// Simuler says what an act would change, and changes nothing: the «et si…» of
// everyone.
func (c *Caisse) Simuler(ctx context.Context, reference string, a dossier.Intervention) (e *Effet, err error) {
	err = c.store.View(ctx, func(tx Tx) error {
		personne, numero, err := trouver(tx, reference)
		if err != nil {
			return err
		}
		x, err := c.preparerActe(tx, personne, numero, a)
		e = x.effet
		return err
	})
	return e, err
}

// Agir does an act: a fact like the others, with its author and its motive, that
// every later computation keeps until it is withdrawn. Above the limits of its
// author it waits for someone else, without effect. It returns the act as kept,
// and what it changes.
func (c *Caisse) Agir(ctx context.Context, reference string, a dossier.Intervention) (fait dossier.Intervention, e *Effet, err error) {
	err = c.store.Update(ctx, func(tx Tx) error {
		personne, numero, err := trouver(tx, reference)
		if err != nil {
			return err
		}
		fait, e, err = c.agir(tx, personne, numero, a)
		return err
	})
	return fait, e, err
}

func (c *Caisse) agir(tx Tx, personne, numero string, a dossier.Intervention) (fait dossier.Intervention, e *Effet, err error) {
	if err := tx.Verrouiller(personne); err != nil {
		return fait, nil, err
	}
	x, err := c.preparerActe(tx, personne, numero, a)
	if err != nil {
		return fait, nil, err
	}
	for _, fiche := range x.fiches {
		if err := c.garderActe(tx, fiche, x.fait); err != nil {
			return fait, nil, err
		}
	}
	if err := c.apresControle(tx, x.fait.Intervention); err != nil {
		return fait, nil, err
	}
	if x.lien != nil {
		err = c.relier(tx, x.lien)
	} else {
		err = c.recalculer(tx, personne)
	}
	if err == nil && x.progres {
		err = c.rappelerRendus(tx, personne)
	}
	return *x.fait.Intervention, x.effet, err
}

// acte is an act about to be done.
type acte struct {
	fait   dossier.Fait
	effet  *Effet
	fiches []string // records whose chains keep it
	lien   *lien    // records that it brings together, or parts

	progres bool // it gives a dossier back to PROGRES, takes it back, or says what was paid there
}

// preparerActe makes the fact of an act and what it changes; the error says why
// it cannot be done, or not by that role.
func (c *Caisse) preparerActe(tx Tx, personne, numero string, a dossier.Intervention) (x acte, err error) {
	jour := c.clock.Jour()
	a.Instant = c.clock.Instant()
	if err := c.admettreSur(tx, &a); err != nil {
		return x, err
	}
	if a.Nature == dossier.Avancer {
		a.Date = jour
	}
	avant, err := c.ouvrir(tx, personne, true)
	if err != nil {
		return x, err
	}
	if err := avant.seulAConfirmer(&a); err != nil {
		return x, err
	}
	avant.seulRendu(&a, numero)
	if err := decision.Verifier(&a, jour); err != nil {
		return x, err
	}
	if _, err := decision.Pouvoir(a.Nature, a.Role, 0); err != nil {
		return x, err // before anything is said of the dossier
	}
	if err := c.preciser(tx, avant, &a, numero); err != nil {
		return x, err
	}
	a.ID, a.ADeux = "", false
	a.ID = empreinte(fmt.Append(actePublic(&a), personne))[:16]
	x.fait = dossier.Fait{Genre: dossier.GenreIntervention, ConnuLe: jour, Intervention: &a}
	x.fait.Source.Piece = a.ID
	objet, err := c.objetDe(tx, avant, &a)
	if err != nil {
		return x, err
	}
	fond := avant.fondDe(&a, objet)
	x.progres = fond.Nature == dossier.RendreAProgres
	if x.fiches, err = avant.fichesQuiGardent(tx, &a, objet); err != nil {
		return x, err
	}
	if fond.Nature == dossier.Rattacher || fond.Nature == dossier.Detacher {
		if err := c.prevoirLien(tx, &x, fond); err != nil {
			return x, err
		}
	} else {
		apres, err := c.ouvrirAvec(tx, personne, true, x.fait)
		if err != nil {
			return x, err
		}
		x.effet = comparerDossiers(avant, apres)
		defer func() { x.effet = x.effet.pourQui(&a, apres) }() // once its limits are examined
	}
	if a.Nature == dossier.Reclamer && a.Valeur == suivi.Rectification {
		if err := avant.rectifier(); err != nil {
			return x, err
		}
	}
	if err := c.deplacer(&x, avant, fond); err != nil && a.Nature != dossier.Retirer && fond == objet {
		return x, err
	}
	return x, autoriser(&x, objet)
}

// preciser writes on an act what it does not have to say: the days of its dossier, its place
// after the others, whom it names as the base has them, how much is signed.
func (c *Caisse) preciser(tx Tx, avant *Dossier, a *dossier.Intervention, numero string) error {
	if err := c.nommerConfie(tx, a); err != nil {
		return err
	}
	avant.porter(a, numero)
	avant.suivreLesActes(a)
	switch a.Nature {
	case dossier.NotifierIndu:
		a.Montant, _ = c.verserDeTrop(avant, a) // why it may not be decided is said when it is weighed
	case dossier.Rattacher, dossier.Detacher:
		return designer(tx, avant.Personne, a)
	case dossier.Reparer:
		return avant.aReparer(tx, a)
	case dossier.Reclamer:
		if a.Valeur == suivi.Remise {
			return avant.demanderRemise(a)
		}
	case dossier.Remettre:
		return c.deciderRemise(avant, a)
	}
	return avant.preciserProgres(a, numero)
}

// deplacer adds to what an act moves what it decides of money that was paid; the error says
// why that may not be decided.
func (c *Caisse) deplacer(x *acte, avant *Dossier, fond *dossier.Intervention) (err error) {
	switch fond.Nature {
	case dossier.Compenser, dossier.Renoncer, dossier.NotifierIndu:
		x.effet.Repris, err = c.verserDeTrop(avant, fond)
	case dossier.PayerAQuiDeDroit:
		x.effet.Redresse, err = avant.aRedresser(fond)
	case dossier.Remettre:
		avant.peserRemise(x.effet, fond.Objet)
		return nil
	default:
		return nil
	}
	x.effet.Enjeu = max(x.effet.Enjeu, x.effet.Repris, x.effet.Redresse)
	return err
}

// admettreSur writes on an act who does it, as the register knows them.
func (c *Caisse) admettreSur(tx Tx, a *dossier.Intervention) error {
	qui, err := c.admettre(tx, a.Auteur(), a.Role)
	a.Par, a.Matricule = qui.Nom, qui.Matricule
	return err
}

// fondDe gives what an act moves: what it is about or, where it confirms a withdrawal,
// the act withdrawn.
func (d *Dossier) fondDe(a, objet *dossier.Intervention) *dossier.Intervention {
	if a.Nature == dossier.Remettre {
		return a
	}
	if objet == a || objet.Nature != dossier.Retirer {
		return objet
	}
	return cmp.Or(d.acteDe(objet.Objet), objet)
}

// autoriser examines whether the role may do the act, and whether someone else
// must confirm it.
func autoriser(x *acte, objet *dossier.Intervention) (err error) {
	a := x.fait.Intervention
	if a.Nature == dossier.Confirmer {
		if _, err := decision.Pouvoir(a.Nature, a.Role, 0); err != nil {
			return err
		}
		return decision.Confirmer(objet, a.Auteur(), a.Role, x.effet.Enjeu)
	}
	a.ADeux, err = decision.Pouvoir(a.Nature, a.Role, x.effet.Enjeu)
	a.ADeux = a.ADeux || len(x.effet.Differe) > 0
	x.effet.ADeux = a.ADeux
	return err
}

// objetDe finds what an act is about: the act that it answers, else itself.
func (c *Caisse) objetDe(tx Tx, d *Dossier, a *dossier.Intervention) (*dossier.Intervention, error) {
	if (a.Nature == dossier.Joindre || a.Nature == dossier.Renvoyer) && len(a.Objet) == len(empreinte(nil)) {
		return a, d.aPiece(tx, a.Objet)
	}
	if a.Nature == dossier.ConstaterReception {
		return a, d.constatable(a)
	}
	if a.Nature == dossier.Controler {
		return a, d.aControler(a.Objet)
	}
	switch a.Nature {
	case dossier.Retirer, dossier.Confirmer, dossier.Repondre, dossier.RendreAvis, dossier.Tenir, dossier.Apaiser, dossier.Reparer, dossier.Remettre, dossier.ConstaterProgres, dossier.ReprendreDeProgres:
	default:
		return a, nil
	}
	objet := d.acteDe(a.Objet)
	if objet == nil {
		return nil, d.direSansObjet(a)
	}
	if !suivi.Repond(a.Nature, objet.Nature) {
		return nil, fmt.Errorf("%s : l'acte «%s» est de nature «%s», il n'appelle pas cette réponse", a.Nature, a.Objet, objet.Nature)
	}
	switch a.Nature {
	case dossier.Repondre:
		return objet, d.aDecider(objet)
	case dossier.Retirer:
		return objet, cmp.Or(d.remiseEnvoyee(objet), d.effetProgres(a, objet))
	}
	return objet, d.effetProgres(a, objet)
}

// TailleJointe bounds a file that an agent attaches.
const TailleJointe = 5 << 20

// ErrJointe is returned for a file that cannot be attached.
var ErrJointe = errors.New("ce fichier ne peut pas être joint")

// Joindre keeps a file as a piece of the person, sealed like the others, and the
// act that attaches it, in one transaction. Nothing reads the file.
func (c *Caisse) Joindre(ctx context.Context, reference string, a dossier.Intervention, nom string, contenu []byte) (fait dossier.Intervention, err error) {
	switch {
	case len(contenu) == 0:
		return a, fmt.Errorf("%w : il est vide", ErrJointe)
	case len(contenu) > TailleJointe:
		return a, fmt.Errorf("%w : il dépasse %d Mo", ErrJointe, TailleJointe>>20)
	}
	a.Nature = dossier.Joindre
	err = c.store.Update(ctx, func(tx Tx) error {
		personne, numero, err := trouver(tx, reference)
		if err != nil {
			return err
		}
		if err := tx.Verrouiller(personne); err != nil {
			return err
		}
		_, essai, err := tx.NIR(personne)
		if err != nil {
			return err
		}
		p := PieceRecue{
			Empreinte: empreinte(fmt.Append(contenu, personne)), Personne: personne, Genre: dossier.GenreJointe, Fichier: empreinte(contenu), NomFichier: nom,
			RecuLe: c.clock.Instant(), Test: essai, Extrait: contenu,
		}
		if _, err := tx.AjouterPiece(p); err != nil {
			return err
		}
		a.Objet = p.Empreinte
		fait, _, err = c.agir(tx, personne, numero, a)
		return err
	})
	return fait, err
}

// garderActe keeps an act as a piece of its own and adds its fact.
func (c *Caisse) garderActe(tx Tx, fiche string, f dossier.Fait) error {
	_, essai, err := tx.NIR(fiche)
	if err != nil {
		return err
	}
	e := ecrit{fiche, essai, empreinte(fmt.Append(actePublic(f.Intervention), fiche)), f.Intervention.Instant, actePublic(f.Intervention)}
	return e.garder(tx, f)
}

// actePublic writes an act as it is kept. An act is made of words and numbers:
// it cannot fail to be written.
func actePublic(a *dossier.Intervention) []byte {
	b, err := json.Marshal(a)
	if err != nil {
		panic("acte : " + err.Error())
	}
	return b
}
