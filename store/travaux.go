package store

import (
	"accord/app"
	"accord/store/requetes"
	v "accord/valeur"
)

// AjouterTravail implements [app.TxTravaux].
func (t *tx) AjouterTravail(w app.Travail) error {
	cle, err := t.cleDe(w.Personne)
	if err != nil {
		return err
	}
	err = t.q.InsererTravail(t.ctx, requetes.InsererTravailParams{
		Cle: w.Cle, Genre: w.Genre, Personne: texteOuNul(w.Personne), CreeLe: w.CreeLe, PasAvant: int64(w.PasAvant),
		Charge: sceller(cle, lieu{"travaux", w.Cle}, []byte(w.Charge)),
	})
	if err == nil && w.PasAvant != 0 {
		// Apart, so that a job that another transaction holds is waited for only
		// when it was put off.
		err = t.q.AvancerTravail(t.ctx, requetes.AvancerTravailParams{Cle: w.Cle, PasAvant: int64(w.PasAvant)})
	}
	return t.erreur(err)
}

// Travaux implements [app.TxTravaux]. In a transaction that writes, the jobs
// are held to its end, and those that another transaction holds are left out:
// several nodes share the queue. The charge of a job left by a person who was
// erased is empty.
func (t *tx) Travaux(f app.File) ([]app.Travail, error) {
	lignes, err := t.q.ListerTravauxLibres(t.ctx, requetes.ListerTravauxLibresParams{
		Jour: int64(f.Jour), Genre: f.Genre, ApresLe: f.Apres.CreeLe, ApresCle: f.Apres.Cle, Nombre: limite(f.Nombre),
	})
	if err != nil {
		return nil, t.erreur(err)
	}
	travaux := make([]app.Travail, len(lignes))
	for i, l := range lignes {
		travaux[i] = app.Travail{Cle: l.Cle, Genre: l.Genre, Personne: texte(l.Personne), CreeLe: l.CreeLe, PasAvant: v.Jour(l.PasAvant)}
		if l.Charge == nil {
			continue
		}
		cle := t.coffre.caisse
		if l.Personne != nil {
			if cle, err = t.coffre.clePersonne(*l.Personne, l.Enveloppe); err != nil {
				return nil, err
			}
		}
		charge, err := desceller(cle, lieu{"travaux", l.Cle}, l.Charge)
		if err != nil {
			return nil, err
		}
		travaux[i].Charge = string(charge)
	}
	return travaux, nil
}

// ReporterTravail implements [app.TxTravaux].
func (t *tx) ReporterTravail(cle string, pasAvant v.Jour) error {
	return t.erreur(t.q.ReporterTravail(t.ctx, requetes.ReporterTravailParams{Cle: cle, PasAvant: int64(pasAvant)}))
}

// FinirTravail implements [app.TxTravaux]. [app.ErrAbsent] when there is no
// such job, or when it is done: two workers that did it at once cannot both
// commit.
func (t *tx) FinirTravail(cle string, le int64) error {
	n, err := t.q.FinirTravail(t.ctx, requetes.FinirTravailParams{Cle: cle, Le: &le})
	if err != nil {
		return t.erreur(err)
	}
	if n == 0 {
		return absent("travail à faire", cle)
	}
	return nil
}

// RetirerTravail implements [app.TxTravaux].
func (t *tx) RetirerTravail(cle string) error { return t.erreur(t.q.RetirerTravail(t.ctx, cle)) }

// contenuMessage is the sealed part of a message.
type contenuMessage struct {
	A     string `json:"a"`
	Objet string `json:"objet"`
	Corps string `json:"corps"`
}

// AjouterMessage implements [app.TxTravaux]; the same key twice is one message.
func (t *tx) AjouterMessage(m app.Message) error {
	cle, err := t.cleDe(m.Personne)
	if err != nil {
		return err
	}
	scelle, err := scellerJSON(cle, lieu{"messages", m.Cle}, contenuMessage{m.A, m.Objet, m.Corps})
	if err != nil {
		return err
	}
	return t.erreur(t.q.InsererMessage(t.ctx, requetes.InsererMessageParams{Cle: m.Cle, Personne: texteOuNul(m.Personne), Le: m.Le, Scelle: scelle}))
}

// Messages implements [app.TxTravaux]: in the order in which they were said.
func (t *tx) Messages(personne string) ([]app.Message, error) {
	p, err := t.clePersonne(personne)
	if err != nil {
		return nil, err
	}
	lignes, err := t.q.ListerMessages(t.ctx, texteOuNul(personne))
	if err != nil {
		return nil, t.erreur(err)
	}
	messages := make([]app.Message, len(lignes))
	for i, l := range lignes {
		var c contenuMessage
		if err := descellerJSON(p.cle, lieu{"messages", l.Cle}, l.Scelle, &c); err != nil {
			return nil, err
		}
		messages[i] = app.Message{Cle: l.Cle, Personne: personne, A: c.A, Objet: c.Objet, Corps: c.Corps, Le: l.Le}
	}
	return messages, nil
}
