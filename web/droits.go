package web

import (
	"accord/libelle"
	v "accord/valeur"
)

// droits is the answer to «is the right open?» for one activity line.
type droits struct {
	Ligne   string
	Ouvert  bool
	Voie    string
	Regle   regle
	Heures  v.Option[v.Centiemes]
	Salaire v.Option[v.Centimes]
	Seuil6  v.Option[v.Centimes]
	Apres6  string
}

// fenetre is a period over which rights were examined.
type fenetre struct{ Nom, Periode string }

// droits lists the rights of the dossier.
func (f *fiche) droits() []droits {
	var ds []droits
	for i := range f.Calcul.Resultat.Droits {
		d := &f.Calcul.Resultat.Droits[i]
		if !f.duDossier(d.Arret) {
			continue
		}
		o := droits{
			Ouvert: d.Ouvert, Voie: libelle.Voie(d.Voie), Regle: f.regle(d.Regle), Heures: d.HeuresRetenues,
			Salaire: d.SalaireRetenu, Seuil6: d.Salaire6Mois, Apres6: "sans objet",
		}
		if !d.Fenetres.Mois3.IsZero() {
			o.Apres6 = direApres6Mois(d.Apres6Mois, d.DernierJour)
		}
		if d.Activite >= 0 && d.Activite < len(f.Calcul.Situation.Lignes) {
			o.Ligne = f.nomLigne(f.Calcul.Situation.Lignes[d.Activite].Cle)
		}
		ds = append(ds, o)
	}
	return ds
}

// fenetres lists the periods examined for the dossier: the same for every line. A right
// that asks for no work is examined over none.
func (f *fiche) fenetres() []fenetre {
	for i := range f.Calcul.Resultat.Droits {
		if d := &f.Calcul.Resultat.Droits[i]; f.duDossier(d.Arret) && !d.Fenetres.Mois3.IsZero() {
			return []fenetre{
				{"trois mois civils", d.Fenetres.Mois3.String()}, {"90 jours", d.Fenetres.Jours90.String()},
				{"six mois civils", d.Fenetres.Mois6.String()}, {"douze mois civils", d.Fenetres.Mois12.String()},
			}
		}
	}
	return nil
}

func direApres6Mois(apres v.Option[bool], dernier v.Jour) string {
	switch ouvert, connu := apres.Get(); {
	case !connu:
		return "à examiner si l'arrêt dure"
	case ouvert:
		return "droit ouvert"
	case dernier != 0:
		return "droit fermé après le " + dernier.Francais()
	}
	return "droit fermé"
}
