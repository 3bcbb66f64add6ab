package sim

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"accord/app"
	"accord/clock"
	v "accord/valeur"
)

// Signataires are the two invented people who sign what the caisse pays.
var Signataires = app.Signataires{Ordonnateur: v.Agent{Nom: "Claude Inventé"}, Comptable: v.Agent{Nom: "Dominique Fictif"}}

// Jouer makes a caisse live the days of a plan. On each day it receives the
// files of the folder of the day, in the order of their names, by the door of
// any user; runs the day; pays. On Fridays the ordonnateur also signs the
// adverse decisions that wait. The clock must stand on the first day; it is left
// on the last. avance is told how many files were received, out of how many.
func Jouer(ctx context.Context, caisse *app.Caisse, horloge *clock.Manual, plan Plan, racine string, depot app.Depot, avance func(fait, total int)) error {
	p := partie{caisse: caisse, plan: &plan, racine: racine, depot: depot, avance: avance}
	return p.jouer(ctx, horloge)
}

func (p *partie) jouer(ctx context.Context, horloge *clock.Manual) error {
	if debut := p.plan.Config.Debut; horloge.Jour() != debut {
		return fmt.Errorf("l'horloge est au %s, la caisse simulée commence le %s", horloge.Jour().Francais(), debut.Francais())
	}
	for {
		if err := p.vivre(ctx, horloge.Jour()); err != nil {
			return fmt.Errorf("journée du %s : %w", horloge.Jour().Francais(), err)
		}
		if horloge.Jour() == p.plan.Fin {
			return nil
		}
		horloge.Avancer()
	}
}

// partie is a caisse being played.
type partie struct {
	caisse *app.Caisse
	plan   *Plan
	racine string
	depot  app.Depot
	avance func(fait, total int)
	recus  int
	// recu, when set, is told of every file received.
	recu func(chemin string, r app.Reception)
}

// vivre lives one day.
func (p *partie) vivre(ctx context.Context, jour v.Jour) error {
	if err := p.recevoir(ctx, jour.String()); err != nil {
		return err
	}
	if b, err := p.caisse.Journee(ctx); err != nil || b.Laisses != nil {
		return errors.Join(err, b.Laisses)
	}
	paye, err := p.caisse.Payer(ctx, Signataires, p.depot)
	if err != nil {
		return err
	}
	for _, e := range paye.Ecartes {
		return fmt.Errorf("ordre %s écarté : %s", e.Ordre, e.Raison)
	}
	if jour.JourSemaine() == 5 {
		return p.signer(ctx)
	}
	return nil
}

// recevoir receives the files of a day.
func (p *partie) recevoir(ctx context.Context, jour string) error {
	fichiers, err := os.ReadDir(filepath.Join(p.racine, jour))
	if err != nil {
		return fmt.Errorf("fichiers du jour : %w", err)
	}
	for page := range slices.Chunk(fichiers, fichiersALaFois) {
		arrivees := make([]app.Arrivee, len(page))
		for i, f := range page {
			contenu, err := os.ReadFile(filepath.Join(p.racine, jour, f.Name()))
			if err != nil {
				return fmt.Errorf("fichiers du jour : %w", err)
			}
			arrivees[i] = app.Arrivee{Nom: f.Name(), Contenu: contenu}
		}
		rs, err := p.caisse.RecevoirTous(ctx, arrivees)
		if err != nil {
			return err
		}
		for i := range rs {
			if p.recu != nil {
				p.recu(jour+"/"+rs[i].Nom, rs[i])
			}
		}
		p.recus += len(rs)
		p.avance(p.recus, p.plan.Fichiers)
	}
	return nil
}

// fichiersALaFois bounds how many files are in memory at once.
const fichiersALaFois = 64

// signer takes the adverse decisions that wait for the ordonnateur.
func (p *partie) signer(ctx context.Context) error {
	dossiers, _, err := p.caisse.Lister(ctx, app.Filtre{Attend: "ordonnateur"})
	if err != nil {
		return err
	}
	for _, d := range dossiers {
		if d.Test {
			continue
		}
		_, err := p.caisse.Signer(ctx, d.Dossier, app.Signature{Par: Signataires.Ordonnateur, Motif: "dossier et pièces examinés"})
		if err != nil && !errors.Is(err, app.ErrRienASigner) {
			return fmt.Errorf("décision sur le dossier %s : %w", d.Dossier, err)
		}
	}
	return nil
}
