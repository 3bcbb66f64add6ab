package sim

import (
	"fmt"

	v "accord/valeur"
)

// emetteur is who sends a file.
type emetteur struct{ siren, nic, nom, voie, cp, ville string }

// entreprise employs people in one to three establishments.
type entreprise struct {
	emetteur
	rang           int
	ape, idcc      string
	effectif       int
	subroge        bool // keeps the wage of its sick employees and is paid in their stead
	attestations   bool // prefers the attestation de salaire to the history of its DSN
	compte         v.IBAN
	etablissements []*etablissement
}

// etablissement is where people work.
type etablissement struct {
	*entreprise
	siret    v.SIRET
	contrats []*contrat
	passants []passant // people who cannot be identified or are not ours
}

// tailles are the sizes of establishments and how often they are met, so that
// a fifth of employees work in less than ten, and a third in a hundred or more.
var (
	tailles      = []int{2, 4, 7, 14, 30, 60, 120, 240}
	partsTailles = []int{300, 260, 180, 120, 70, 40, 20, 10}
)

// tirerEntreprises draws enterprises until they employ that many people.
func tirerEntreprises(c *Config) (es []*entreprise, places []int) {
	for n := 0; n < c.Population; {
		e, t := tirerEntreprise(c, len(es), c.Population-n)
		es = append(es, e)
		places = append(places, t...)
		for _, k := range t {
			n += k
		}
	}
	return es, places
}

// tirerEntreprise draws one, of at most that many employees, and the number of
// employees of each of its establishments.
func tirerEntreprise(c *Config, rang, reste int) (*entreprise, []int) {
	a := flux(c.Graine, "entreprise", rang)
	lieu := choisir(a, communes)
	e := &entreprise{
		rang: rang, ape: choisir(a, []string{"6201Z", "4711F", "8610Z", "4941A", "5610A", "1071C"}),
		idcc:    choisir(a, []string{"1486", "2216", "0016", "1979", "0843"}),
		subroge: a.chance(partSubrogation), attestations: a.chance(partAttestations), compte: iban(compteEntreprise + rang),
	}
	e.emetteur = emetteur{siren: siren(rang), nom: a.nomEntreprise(), voie: fmt.Sprintf("%d RUE FICTIVE", a.entre(1, 99)), cp: lieu.cp, ville: lieu.nom}
	e.nic = string(siret(e.siren, 0)[9:])
	nombre := 1
	if a.chance(partPlusieursEtablissements) {
		nombre = a.entre(2, 3)
	}
	var places []int
	for k := range nombre {
		t := min(tailles[a.selon(partsTailles)], reste-e.effectif)
		if t == 0 {
			break
		}
		e.effectif += t
		places = append(places, t)
		e.etablissements = append(e.etablissements, &etablissement{entreprise: e, siret: siret(e.siren, k)})
	}
	return e, places
}
