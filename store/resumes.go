package store

import (
	"crypto/cipher"
	"math"

	"accord/app"
	"accord/store/requetes"
	"accord/suivi"
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
	args := make([]any, 0, 16*len(p.Resumes))
	for i := range p.Resumes {
		r := &p.Resumes[i]
		ancien := int64(r.PlusAncien)
		if ancien == 0 {
			ancien = jamais
		}
		args = append(args, r.Dossier, p.Personne, sceller(qui.cle, lieu{"resumes.nom", r.Dossier}, []byte(r.Nom)),
			int64(r.Debut), int64(r.Fin), ancien, int64(r.Jours), int64(r.DuBrut), r.Attend, int64(r.AVoirLe), r.Test,
			int64(r.Priorite.Pourcent), int64(r.Priorite.Socle), int64(r.Taches), r.PlusAncien != 0 || r.Taches > 0 || r.Attend != "", int64(r.CalculeLe))
	}
	if err := t.inserer(requetes.InsererResume, args); err != nil {
		return err
	}
	return t.projeterImpayes(&p)
}

// projeterImpayes replaces the runs from which the harm of a person's dossiers
// is reckoned.
func (t *tx) projeterImpayes(p *app.Projection) error {
	if err := t.q.SupprimerImpayes(t.ctx, p.Personne); err != nil {
		return t.erreur(err)
	}
	var args []any
	for i := range p.Resumes {
		r := &p.Resumes[i]
		for k, x := range r.Impayes {
			args = append(args, p.Personne, r.Dossier, int64(k+1), int64(x.Du), int64(x.Au), int64(x.Montant))
		}
	}
	return t.inserer(requetes.InsererImpaye, args)
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

// taches is the least number of open tasks with which a dossier is selected.
func taches(f app.Filtre) int64 {
	if f.Taches {
		return 1
	}
	return 0
}

// Dossiers implements [app.TxProjections]. Names are opened for the page only.
func (t *tx) Dossiers(f app.Filtre) ([]app.Resume, error) {
	p := requetes.ListerResumesParams{
		Jour: int64(f.Avant), Attend: f.Attend, Avant: avant(f), Taches: taches(f), Nombre: limite(f.Max), Saut: int64(f.Saut),
	}
	if f.Ordre != app.ParPrejudice {
		lignes, err := t.q.ListerResumes(t.ctx, p)
		if err != nil {
			return nil, t.erreur(err)
		}
		return t.ouvrirResumes(lignes)
	}
	travail, err := t.q.ListerTravail(t.ctx, requetes.ListerTravailParams(p))
	if err != nil {
		return nil, t.erreur(err)
	}
	lignes := make([]requetes.ListerResumesRow, len(travail))
	for i, l := range travail {
		lignes[i] = requetes.ListerResumesRow(l)
	}
	return t.ouvrirResumes(lignes)
}

func (t *tx) ouvrirResumes(lignes []requetes.ListerResumesRow) (resumes []app.Resume, err error) {
	cles := map[string]cipher.AEAD{}
	resumes = make([]app.Resume, len(lignes))
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
			Taches: int(l.Taches), Priorite: suivi.Priorite{Pourcent: int(l.Poids), Socle: v.Centimes(l.Socle)}, Prejudice: v.Centimes(l.Prejudice),
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
	p := requetes.CompterResumesParams{Attend: f.Attend, Avant: avant(f), Taches: taches(f)}
	if f.Ordre == app.ParPrejudice {
		n, err := t.q.CompterTravail(t.ctx, requetes.CompterTravailParams(p))
		return int(n), t.erreur(err)
	}
	n, err := t.q.CompterResumes(t.ctx, p)
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

// Resumes implements [app.TxProjections].
func (t *tx) Resumes(personne string) ([]app.Resume, error) {
	cle, err := t.cleDe(personne)
	if err != nil {
		return nil, err
	}
	lignes, err := t.q.ListerResumesDe(t.ctx, personne)
	if err != nil {
		return nil, t.erreur(err)
	}
	impayes, err := t.q.ListerImpayesDe(t.ctx, personne)
	if err != nil {
		return nil, t.erreur(err)
	}
	resumes := make([]app.Resume, len(lignes))
	for i, l := range lignes {
		nom, err := desceller(cle, lieu{"resumes.nom", l.Dossier}, l.Nom)
		if err != nil {
			return nil, err
		}
		r := app.Resume{
			Dossier: l.Dossier, Personne: personne, Nom: string(nom), Debut: v.Jour(l.Debut), Fin: v.Jour(l.Fin),
			Jours: int(l.Jours), DuBrut: v.Centimes(l.DuBrut), Attend: l.Attend, AVoirLe: v.Jour(l.AVoirLe), Test: l.Test,
			Taches: int(l.Taches), Priorite: suivi.Priorite{Pourcent: int(l.Poids), Socle: v.Centimes(l.Socle)}, CalculeLe: v.Jour(l.CalculeLe),
		}
		if l.PlusAncien != jamais {
			r.PlusAncien = v.Jour(l.PlusAncien)
		}
		for _, x := range impayes {
			if x.Dossier == l.Dossier {
				r.Impayes = append(r.Impayes, suivi.Impaye{Du: v.Jour(x.Du), Au: v.Jour(x.Au), Montant: v.Centimes(x.Montant)})
			}
		}
		resumes[i] = r
	}
	return resumes, nil
}
