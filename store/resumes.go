package store

import (
	"crypto/cipher"
	"math"

	"accord/app"
	"accord/store/requetes"
	v "accord/valeur"
)

// jamais sorts a dossier with nothing unpaid after all the others.
const jamais = 999999

// Projeter implements [app.TxProjections].
func (t *tx) Projeter(p app.Projection) error {
	qui, err := t.clePersonne(p.Personne)
	if err != nil {
		return err
	}
	if err := t.projeterRegistre(p.Personne, p.Dus); err != nil {
		return err
	}
	if err := t.projeterGels(p.Personne, p.Gels); err != nil {
		return err
	}
	if err := t.q.SupprimerResumes(t.ctx, p.Personne); err != nil {
		return t.erreur(err)
	}
	args := make([]any, 0, 11*len(p.Resumes))
	for i := range p.Resumes {
		r := &p.Resumes[i]
		ancien := int64(r.PlusAncien)
		if ancien == 0 {
			ancien = jamais
		}
		args = append(args, r.Dossier, p.Personne, sceller(qui.cle, lieu{"resumes.nom", r.Dossier}, []byte(r.Nom)),
			int64(r.Debut), int64(r.Fin), ancien, int64(r.Jours), int64(r.DuBrut), r.Attend, int64(r.AVoirLe), r.Test)
	}
	return t.inserer(requetes.InsererResume, args)
}

// avant is the sort key below which a dossier is selected.
func avant(f app.Filtre) int64 {
	switch {
	case !f.Impayes:
		return math.MaxInt64
	case f.Avant.IsZero():
		return jamais
	}
	return int64(f.Avant)
}

// Dossiers implements [app.TxProjections]. Names are opened for the page only.
func (t *tx) Dossiers(f app.Filtre) ([]app.Resume, error) {
	lignes, err := t.q.ListerResumes(t.ctx, requetes.ListerResumesParams{
		Attend: f.Attend, Avant: avant(f), Nombre: limite(f.Max), Saut: int64(f.Saut),
	})
	if err != nil {
		return nil, t.erreur(err)
	}
	cles := map[string]cipher.AEAD{}
	resumes := make([]app.Resume, len(lignes))
	for i, l := range lignes {
		if cles[l.Personne] == nil {
			if cles[l.Personne], err = t.coffre.clePersonne(l.Personne, l.Enveloppe); err != nil {
				return nil, err
			}
		}
		nom, err := desceller(cles[l.Personne], lieu{"resumes.nom", l.Dossier}, l.Nom)
		if err != nil {
			return nil, err
		}
		r := app.Resume{
			Dossier: l.Dossier, Personne: l.Personne, Nom: string(nom), Debut: v.Jour(l.Debut), Fin: v.Jour(l.Fin),
			Jours: int(l.Jours), DuBrut: v.Centimes(l.DuBrut), Attend: l.Attend, AVoirLe: v.Jour(l.AVoirLe), Test: l.Test,
		}
		if l.PlusAncien != jamais {
			r.PlusAncien = v.Jour(l.PlusAncien)
		}
		resumes[i] = r
	}
	return resumes, nil
}

// Compter implements [app.TxProjections].
func (t *tx) Compter(f app.Filtre) (int, error) {
	n, err := t.q.CompterResumes(t.ctx, requetes.CompterResumesParams{Attend: f.Attend, Avant: avant(f)})
	return int(n), t.erreur(err)
}

// PersonneDe implements [app.TxProjections].
func (t *tx) PersonneDe(dossier string) (string, error) {
	personne, err := t.q.LirePersonneDe(t.ctx, dossier)
	return personne, t.erreur(err)
}

// ADossier implements [app.TxProjections].
func (t *tx) ADossier(personne string) (bool, error) {
	existe, err := t.q.ExisteResume(t.ctx, personne)
	return existe, t.erreur(err)
}

// AVoir implements [app.TxProjections]: people with a dossier to look at on
// that day or earlier ([app.Resume.AVoirLe]).
func (t *tx) AVoir(jour v.Jour, apres string, n int) ([]string, error) {
	ids, err := t.q.ListerAVoir(t.ctx, requetes.ListerAVoirParams{Jour: int64(jour), Apres: apres, Nombre: limite(n)})
	return ids, t.erreur(err)
}
