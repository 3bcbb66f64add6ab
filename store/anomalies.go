package store

import (
	"strconv"

	"accord/app"
	"accord/store/requetes"
)

// contenuAnomalie is the sealed part of an anomaly.
type contenuAnomalie struct {
	Rubrique string `json:"rubrique"`
	Trouve   string `json:"trouve"`
	Attendu  string `json:"attendu"`
	Phrase   string `json:"phrase"`
	Extrait  []byte `json:"extrait"`
}

func lieuAnomalie(fichier string, numero int64) lieu {
	return lieu{"anomalies", fichier + "/" + strconv.FormatInt(numero, 10)}
}

func (t *tx) ajouterAnomalies(fichier string, anomalies []app.Anomalie) error {
	args := make([]any, 0, 5*len(anomalies))
	for i := range anomalies {
		a, numero := &anomalies[i], int64(i+1)
		scelle, err := scellerJSON(t.coffre.caisse, lieuAnomalie(fichier, numero),
			contenuAnomalie{a.Rubrique, a.Trouve, a.Attendu, a.Phrase, a.Extrait})
		if err != nil {
			return err
		}
		args = append(args, fichier, numero, int64(a.Ligne), string(a.Gravite), scelle)
	}
	return t.inserer(requetes.InsererAnomalie, args)
}

// Anomalies implements [app.TxReception]: in the order of the file.
func (t *tx) Anomalies(fichier string) ([]app.Anomalie, error) {
	lignes, err := t.q.ListerAnomalies(t.ctx, fichier)
	if err != nil {
		return nil, t.erreur(err)
	}
	anomalies := make([]app.Anomalie, len(lignes))
	for i, l := range lignes {
		var c contenuAnomalie
		if err := descellerJSON(t.coffre.caisse, lieuAnomalie(fichier, l.Numero), l.Scelle, &c); err != nil {
			return nil, err
		}
		anomalies[i] = app.Anomalie{
			Ligne: int(l.Ligne), Rubrique: c.Rubrique, Trouve: c.Trouve, Attendu: c.Attendu, Phrase: c.Phrase,
			Gravite: app.Gravite(l.Gravite), Extrait: c.Extrait,
		}
	}
	return anomalies, nil
}
