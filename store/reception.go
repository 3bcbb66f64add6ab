package store

import (
	"accord/app"
	"accord/dossier"
	"accord/store/requetes"
)

// Fichier implements [app.TxReception].
func (t *tx) Fichier(empreinte string) (app.FichierRecu, error) {
	r, err := t.q.LireFichier(t.ctx, empreinte)
	if err != nil {
		return app.FichierRecu{}, t.erreur(err)
	}
	return t.fichier(&r)
}

func (t *tx) fichier(r *requetes.Fichier) (app.FichierRecu, error) {
	nom, err := desceller(t.coffre.caisse, lieu{"fichiers.nom", r.Empreinte}, r.Nom)
	return app.FichierRecu{
		Empreinte: r.Empreinte, Nom: string(nom), Format: r.Format, Taille: int(r.Taille), RecuLe: r.RecuLe, Test: r.Test,
		Pieces: int(r.Pieces), Anomalies: int(r.Anomalies), Perdues: int(r.Perdues),
	}, err
}

// AjouterFichier implements [app.TxReception]; a file that is already there
// stays as it was.
func (t *tx) AjouterFichier(f app.FichierRecu, anomalies []app.Anomalie) error {
	n, err := t.q.InsererFichier(t.ctx, requetes.InsererFichierParams{
		Empreinte: f.Empreinte, Nom: sceller(t.coffre.caisse, lieu{"fichiers.nom", f.Empreinte}, []byte(f.Nom)),
		Format: f.Format, Taille: int64(f.Taille), RecuLe: f.RecuLe, Test: f.Test,
		Pieces: int64(f.Pieces), Anomalies: int64(f.Anomalies), Perdues: int64(f.Perdues),
	})
	if err != nil || n == 0 {
		return t.erreur(err)
	}
	return t.ajouterAnomalies(f.Empreinte, anomalies)
}

// Fichiers implements [app.TxReception]: the last received first.
func (t *tx) Fichiers(n int) ([]app.FichierRecu, error) {
	lignes, err := t.q.ListerFichiers(t.ctx, limite(n))
	if err != nil {
		return nil, t.erreur(err)
	}
	fichiers := make([]app.FichierRecu, len(lignes))
	for i := range lignes {
		if fichiers[i], err = t.fichier(&lignes[i]); err != nil {
			return nil, err
		}
	}
	return fichiers, nil
}

// AjouterPiece implements [app.TxReception].
func (t *tx) AjouterPiece(r app.PieceRecue) (bool, error) {
	p, err := t.clePersonne(r.Personne)
	if err != nil {
		return false, err
	}
	ligne := requetes.InsererPieceParams{
		Empreinte: r.Empreinte, Personne: r.Personne, Genre: string(r.Genre), Fichier: r.Fichier,
		Nom: sceller(p.cle, lieu{"pieces.nom", r.Empreinte}, []byte(r.NomFichier)),
		Du:  int64(r.Du), Au: int64(r.Au), RecuLe: r.RecuLe, Test: r.Test,
		Extrait: sceller(p.cle, lieu{"pieces.extrait", r.Empreinte}, r.Extrait),
	}
	if neuve, err := t.insererPiece(&ligne); err != nil || !neuve {
		return false, err
	}
	if len(r.Medical) > 0 {
		boite, err := t.coffre.fermerVolet(r.Empreinte, r.Medical)
		if err != nil {
			return false, err
		}
		err = t.q.InsererVolet(t.ctx, requetes.InsererVoletParams{Piece: r.Empreinte, Personne: r.Personne, Boite: boite})
		if err != nil {
			return false, t.erreur(err)
		}
	}
	return true, nil
}

func (t *tx) insererPiece(ligne *requetes.InsererPieceParams) (neuve bool, err error) {
	if t.parie {
		t.aParie = true
		return true, t.erreur(t.q.InsererPieceNeuve(t.ctx, requetes.InsererPieceNeuveParams(*ligne)))
	}
	n, err := t.q.InsererPiece(t.ctx, *ligne)
	return n > 0, t.erreur(err)
}

// Pieces implements [app.TxReception].
func (t *tx) Pieces(personne string) ([]app.PieceRecue, error) {
	p, err := t.clePersonne(personne)
	if err != nil {
		return nil, err
	}
	lignes, err := t.q.ListerPieces(t.ctx, personne)
	if err != nil {
		return nil, t.erreur(err)
	}
	pieces := make([]app.PieceRecue, len(lignes))
	for i, l := range lignes {
		nom, err := desceller(p.cle, lieu{"pieces.nom", l.Empreinte}, l.Nom)
		if err != nil {
			return nil, err
		}
		extrait, err := desceller(p.cle, lieu{"pieces.extrait", l.Empreinte}, l.Extrait)
		if err != nil {
			return nil, err
		}
		pieces[i] = app.PieceRecue{
			Empreinte: l.Empreinte, Personne: personne, Genre: dossier.Genre(l.Genre), Fichier: l.Fichier,
			NomFichier: string(nom), Du: int(l.Du), Au: int(l.Au), RecuLe: l.RecuLe, Test: l.Test, Extrait: extrait,
		}
	}
	return pieces, nil
}
