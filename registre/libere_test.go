package registre

import (
	"testing"

	v "accord/valeur"
)

// What was paid to the insured before her employer asked for it stands: the employer is
// owed the rest of the day, by a line of his own, and what is owed back is asked of
// whoever received it.
func TestLibere(t *testing.T) {
	libere := func(ij, deja v.Centimes) Du {
		d := du(0, ij, entreprise)
		d.Libere = deja
		return d
	}
	assure := pose(0, 0, 2000, Assure)
	employeur := pose(0, 1, 1287, entreprise)
	employeur.Racine = "S"
	for _, c := range []struct {
		nom     string
		du      Du
		poses   []Pose
		veut    Ecart // amount, payee, root
		conflit bool
	}{
		{"un acompte, puis le solde", libere(3287, 2000), []Pose{assure}, Ecart{Montant: 1287, Destinataire: entreprise}, false},
		{"le solde versé", libere(3287, 2000), []Pose{assure, employeur}, Ecart{}, false},
		{"le salaire monte ensuite", libere(3500, 2000), []Pose{assure, employeur}, Ecart{Montant: 213, Destinataire: entreprise, Racine: "S"}, false},
		{"le salaire baisse un peu", libere(3000, 2000), []Pose{assure, employeur}, Ecart{Montant: -287, Destinataire: entreprise, Racine: "S"}, false},
		{"le salaire baisse trop pour l'employeur seul", libere(1900, 2000), []Pose{assure, employeur}, Ecart{Montant: -1387, Destinataire: Assure, Racine: "R"}, false},
		{"rien n'est dû, et deux ont reçu : chacun ce qu'il a reçu", libere(0, 2000), []Pose{assure, employeur}, Ecart{Montant: -1287, Destinataire: entreprise, Racine: "S"}, false},
		{"payé en connaissance de cause", libere(3287, 0), []Pose{assure}, Ecart{}, true},
		{"payé pour une part en connaissance de cause", libere(3287, 1000), []Pose{assure}, Ecart{}, true},
	} {
		ecarts, conflits := Comparer([]Du{c.du}, c.poses, lundi)
		var e Ecart
		if len(ecarts) > 0 {
			e = Ecart{Montant: ecarts[0].Montant, Destinataire: ecarts[0].Destinataire, Racine: ecarts[0].Racine}
		}
		if e != c.veut || (len(conflits) > 0) != c.conflit {
			t.Errorf("%s : %+v, conflits %+v", c.nom, e, conflits)
		}
	}
}
