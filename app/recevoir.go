package app

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"accord/dossier"
	v "accord/valeur"
)

// Reception is what became of a file.
type Reception struct {
	Nom       string
	Format    string
	DejaRecu  bool // the same bytes were received before: nothing was done
	Test      bool
	Nouvelles int // pieces that were new
	Doublons  int // pieces that were already there
	Anomalies []Anomalie
}

// Perdues counts the anomalies that set something aside or could not be read.
func (r *Reception) Perdues() int {
	n := 0
	for i := range r.Anomalies {
		if r.Anomalies[i].Gravite != Signalee {
			n++
		}
	}
	return n
}

// Recevoir takes a file in: each piece in its own transaction (or by groups,
// see Config), with what follows from it. A second reception changes nothing; a
// reception that was cut short is taken up where it stopped.
func (c *Caisse) Recevoir(ctx context.Context, nom string, contenu []byte) (Reception, error) {
	deja, err := c.dejaRecu(ctx, empreinte(contenu)) // before it is read
	if err != nil || deja {
		return Reception{Nom: nom, DejaRecu: deja}, err
	}
	as := []arrivee{c.lire(&Arrivee{nom, contenu})}
	err = c.recevoirEnsemble(ctx, as)
	return as[0].r, err
}

// arrivee is a file that comes in, and what becomes of it.
type arrivee struct {
	f FichierRecu
	l Lecture
	r Reception
}

func (c *Caisse) lire(f *Arrivee) (a arrivee) {
	a.f = FichierRecu{Empreinte: empreinte(f.Contenu), Nom: f.Nom, Taille: len(f.Contenu), RecuLe: c.clock.Instant()}
	a.l = c.lecteur.Lire(f.Nom, f.Contenu)
	a.commencer()
	a.f.Format, a.f.Test, a.f.Pieces, a.f.Anomalies, a.f.Perdues = a.l.Format, a.l.Test, len(a.l.Pieces), len(a.l.Anomalies), a.r.Perdues()
	return a
}

// commencer says what was read, of which nothing is received yet.
func (a *arrivee) commencer() {
	a.r = Reception{Nom: a.f.Nom, Format: a.l.Format, Test: a.l.Test, Anomalies: a.l.Anomalies}
}

// recevoirEntier receives a file in one transaction.
func (c *Caisse) recevoirEntier(tx Tx, a *arrivee) error {
	a.commencer()
	if err := declarer(tx, a.l.Declarations); err != nil {
		return err
	}
	if err := c.recevoirPieces(tx, a, a.l.Pieces); err != nil {
		return err
	}
	return c.finir(tx, a)
}

// recevoirParGroupes receives a file in as many transactions as it takes.
func (c *Caisse) recevoirParGroupes(ctx context.Context, a *arrivee) error {
	if len(a.l.Declarations) > 0 {
		if err := c.store.Update(ctx, func(tx Tx) error { return declarer(tx, a.l.Declarations) }); err != nil {
			return err
		}
	}
	for groupe := range slices.Chunk(a.l.Pieces, c.conf.Groupe) {
		avant := a.r
		err := c.store.Update(ctx, func(tx Tx) error {
			a.r = avant
			return c.recevoirPieces(tx, a, groupe)
		})
		if err != nil {
			return err
		}
	}
	return c.store.Update(ctx, func(tx Tx) error { return c.finir(tx, a) })
}

// recevoirPieces receives pieces of one file in one transaction.
func (c *Caisse) recevoirPieces(tx Tx, a *arrivee, pieces []Piece) error {
	for k := range pieces {
		neuve, err := c.recevoirPiece(tx, &a.f, &a.l, &pieces[k])
		if err != nil {
			return fmt.Errorf("%s, lignes %d à %d : %w", a.f.Nom, pieces[k].Du, pieces[k].Au, err)
		}
		if neuve {
			a.r.Nouvelles++
		} else {
			a.r.Doublons++
		}
	}
	return nil
}

// finir applies what the declarations of the file void, and records that it was
// read to its end.
func (c *Caisse) finir(tx Tx, a *arrivee) error {
	if err := c.annuler(tx, &a.f, a.l.Declarations); err != nil {
		return err
	}
	return tx.AjouterFichier(a.f, a.l.Anomalies)
}

func (c *Caisse) dejaRecu(ctx context.Context, empreinte string) (deja bool, err error) {
	err = c.store.View(ctx, func(tx Tx) (err error) {
		deja, err = dejaDans(tx, empreinte)
		return err
	})
	return deja, err
}

func dejaDans(tx Tx, empreinte string) (bool, error) {
	_, err := tx.Fichier(empreinte)
	if errors.Is(err, ErrAbsent) {
		return false, nil
	}
	return err == nil, err
}

func declarer(tx Tx, ds []Declaration) error {
	for _, d := range ds {
		if err := tx.AjouterDeclaration(d); err != nil {
			return err
		}
	}
	return nil
}

// recevoirPiece stores one piece and its facts, recomputes the person, and
// enqueues what must follow. It reports whether the piece was new.
func (c *Caisse) recevoirPiece(tx Tx, f *FichierRecu, l *Lecture, p *Piece) (bool, error) {
	id, err := tx.Personne(cmp.Or(p.NIR, sansIdentite), l.Test, true)
	if err != nil {
		return false, err
	}
	if err := tx.Verrouiller(id); err != nil {
		return false, err
	}
	recue := PieceRecue{
		Empreinte: empreintePiece(id, p), Personne: id, Genre: cmp.Or(p.Genre, dossier.GenreIllisible), Fichier: f.Empreinte, NomFichier: f.Nom,
		Du: p.Du, Au: p.Au, RecuLe: f.RecuLe, Test: l.Test, Extrait: p.Extrait, Medical: p.Medical,
	}
	neuve, err := tx.AjouterPiece(recue)
	if err != nil || !neuve {
		return false, err
	}
	faits := c.dater(p.Faits, recue.Empreinte, f.Nom)
	if p.Declaration >= 0 {
		d := l.Declarations[p.Declaration]
		if err := tx.Declarer(d, id); err != nil {
			return false, err
		}
		if faits, err = c.avecAnnulations(tx, d, id, faits); err != nil {
			return false, err
		}
	}
	if err := tx.AjouterFaits(id, f.RecuLe, faits); err != nil {
		return false, err
	}
	if err := c.annoncer(tx, l.Test, f.RecuLe, faits); err != nil {
		return false, err
	}
	calculee, err := c.recalculerOuRemettre(tx, id, recue.Empreinte, faits)
	if err != nil {
		return false, err
	}
	if calculee {
		if err := c.suivreChangements(tx, id); err != nil {
			return false, err
		}
	}
	if annonceUnDeces(faits) {
		return true, nil
	}
	return true, c.accuser(tx, id, nomDeclare(faits), &recue)
}

// nomDeclare returns the name that the facts of a piece give to the person.
func nomDeclare(faits []dossier.Fait) string {
	for i := range faits {
		if id := faits[i].Identite(); id != nil && id.NomNaissance != "" {
			return nomComplet(id)
		}
	}
	return ""
}

// sansIdentite stands for whoever a piece does not name, or not legibly: what
// cannot be read is kept, and nobody's dossier hears of it.
const sansIdentite v.NIR = "SANS IDENTITE"

// empreintePiece is the hash by which a piece is known: of the person and of
// its bytes. One that is closed whole for the contrôle médical is known by its
// closed bytes.
func empreintePiece(personne string, p *Piece) string {
	octets := p.Extrait
	if octets == nil {
		octets = p.Medical
	}
	return empreinte(append([]byte(personne+"\n"), octets...))
}

// dater gives facts the day on which they became known and their source.
func (c *Caisse) dater(faits []dossier.Fait, piece, fichier string) []dossier.Fait {
	dates := make([]dossier.Fait, len(faits))
	for i, f := range faits {
		f.ConnuLe = c.clock.Jour()
		f.Source.Piece, f.Source.Fichier = piece, fichier
		dates[i] = f
	}
	return dates
}
