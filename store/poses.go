package store

import (
	"errors"
	"fmt"

	"accord/app"
	"accord/droit"
	"accord/registre"
	"accord/store/requetes"
	v "accord/valeur"
)

// Poser implements [app.TxPaiements].
func (t *tx) Poser(personne string, poses []registre.Pose) error {
	args := make([]any, 0, 12*len(poses))
	for i := range poses {
		p := &poses[i]
		args = append(args, personne, p.Ligne, string(p.Risque), int64(p.Jour), int64(p.Rang), p.Dossier, int64(p.Brut),
			string(p.Destinataire), p.OrdreLigne, p.Racine, int64(p.Le), p.Exonere)
	}
	err := t.inserer(requetes.InsererPose, args)
	if err == nil {
		err = t.ses.acquitter()
	}
	if errors.Is(err, errDoublon) {
		return fmt.Errorf("personne %s : %w", personne, app.ErrDejaPose)
	}
	return err
}

// Poses implements [app.TxPaiements]: in the order of keys, then ranks.
func (t *tx) Poses(personne string) ([]registre.Pose, error) {
	lignes, err := t.q.ListerPoses(t.ctx, personne)
	if err != nil {
		return nil, t.erreur(err)
	}
	poses := make([]registre.Pose, len(lignes))
	for i := range lignes {
		l := &lignes[i]
		poses[i] = registre.Pose{
			Cle:     registre.Cle{Jour: v.Jour(l.Jour), Ligne: l.Ligne, Risque: droit.Risque(l.Risque)},
			Dossier: l.Dossier, Rang: int(l.Rang), Brut: v.Centimes(l.Brut), Destinataire: registre.Destinataire(l.Destinataire),
			OrdreLigne: l.OrdreLigne, Racine: l.Racine, Le: v.Jour(l.Le), Exonere: l.Exonere,
		}
	}
	return poses, nil
}
