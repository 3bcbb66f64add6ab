package store

import (
	"fmt"

	"accord/app"
	"accord/store/requetes"
)

// Declarer implements [app.TxReception]; it is idempotent.
func (t *tx) Declarer(d app.Declaration, personne string) error {
	return t.erreur(t.q.InsererDeclare(t.ctx, requetes.InsererDeclareParams{
		Employeur: string(d.Employeur), Nature: string(d.Nature), Mois: int64(d.Mois), Identifiant: d.Identifiant,
		Ordre: d.Ordre, Personne: personne,
	}))
}

// AjouterDeclaration implements [app.TxReception].
func (t *tx) AjouterDeclaration(d app.Declaration) error {
	return t.erreur(t.q.InsererDeclaration(t.ctx, requetes.InsererDeclarationParams{
		Employeur: string(d.Employeur), Nature: string(d.Nature), Mois: int64(d.Mois), Identifiant: d.Identifiant,
		Ordre: d.Ordre, Annule: d.Annule, Remplace: d.Remplace,
	}))
}

// Declarations implements [app.TxReception]: by order number, with the people
// that each one before d named, by identifier, without those who were erased.
// In a transaction that writes,
// nobody else reads that group of declarations before its end: of two files
// that replace one another and are received at once, the second sees the first.
func (t *tx) Declarations(d app.Declaration) ([]app.DeclarationConnue, error) {
	if !t.lecture {
		groupe := fmt.Sprintf("declarations/%s/%s/%d/%s", d.Employeur, d.Nature, d.Mois, d.Identifiant)
		if err := t.ses.reserver(groupe); err != nil {
			return nil, t.erreur(err)
		}
	}
	cle := requetes.ListerDeclarationsParams{
		Employeur: string(d.Employeur), Nature: string(d.Nature), Mois: int64(d.Mois), Identifiant: d.Identifiant,
	}
	lignes, err := t.q.ListerDeclarations(t.ctx, cle)
	if err != nil {
		return nil, t.erreur(err)
	}
	var nommes []requetes.ListerDeclaresRow
	if len(lignes) > 0 && lignes[0].Ordre < d.Ordre {
		nommes, err = t.q.ListerDeclares(t.ctx, requetes.ListerDeclaresParams{
			Employeur: cle.Employeur, Nature: cle.Nature, Mois: cle.Mois, Identifiant: cle.Identifiant, Ordre: d.Ordre,
		})
		if err != nil {
			return nil, t.erreur(err)
		}
	}
	connues := make([]app.DeclarationConnue, len(lignes))
	for i, l := range lignes {
		c := &connues[i]
		c.Declaration = app.Declaration{
			Employeur: d.Employeur, Nature: d.Nature, Mois: d.Mois, Identifiant: d.Identifiant,
			Ordre: l.Ordre, Annule: l.Annule, Remplace: l.Remplace,
		}
		for _, n := range nommes {
			if n.Ordre == l.Ordre {
				c.Personnes = append(c.Personnes, n.Personne)
			}
		}
	}
	return connues, nil
}
