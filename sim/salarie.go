package sim

import (
	"accord/dossier"
	v "accord/valeur"
)

// salarie is an employee, ill or not.
type salarie struct {
	rang     int
	nir      v.NIR
	sexe     int // 1 or 2, as in the NIR
	identite dossier.Identite
	contrats []*contrat
	arrets   []*arret

	compte   v.IBAN
	ribConnu bool  // the caisse had it before the period
	trouble  Genre // of one of his arrêts
}

// contrat is one job.
type contrat struct {
	*etablissement
	salarie  *salarie
	numero   string
	nature   string // S21.G00.40.007
	debut    v.Jour
	fin      v.Jour // 0: goes on
	quotite  int    // percent of full time
	emploi   string
	premier  v.Jour       // first month declared
	brut     v.Centimes   // contractual gross monthly wage
	primes   []v.Centimes // by month from premier
	moisOmis v.Jour       // month that the employer forgets to declare
}

// emplois are names of jobs.
var emplois = []string{
	"AIDE-SOIGNANT", "VENDEUR", "CONDUCTEUR ROUTIER", "ASSISTANT DE GESTION", "OUVRIER D'ATELIER", "CUISINIER", "COMPTABLE",
	"TECHNICIEN DE MAINTENANCE", "AGENT D'ENTRETIEN", "PRÉPARATEUR DE COMMANDES",
}

// tirerSalaries fills the places of the establishments, then gives a second job
// to some.
func tirerSalaries(c *Config, es []*entreprise, places []int, nirs registreNIR) []*salarie {
	var salaries []*salarie
	var tous []*etablissement
	for _, e := range es {
		tous = append(tous, e.etablissements...)
	}
	for i, e := range tous {
		for range places[i] {
			s := tirerSalarie(c, len(salaries), nirs)
			s.embaucher(c, e, 0)
			salaries = append(salaries, s)
		}
	}
	for _, s := range salaries {
		a := flux(c.Graine, "second emploi", s.rang)
		if a.chance(partPlusieursEmployeurs) {
			if e := choisir(a, tous); e.siren != s.contrats[0].siren {
				s.embaucher(c, e, 1)
			}
		}
	}
	return salaries
}

func tirerSalarie(c *Config, rang int, nirs registreNIR) *salarie {
	a := flux(c.Graine, "salarié", rang)
	s := &salarie{rang: rang, sexe: a.entre(1, 2)}
	naissance := c.Debut - v.Jour(a.entre(18*365, 66*365))
	s.nir = nirs.suivant(s.sexe, naissance)
	s.identite = dossier.Identite{NomNaissance: a.nom(), Prenoms: a.prenoms(s.sexe), Naissance: naissance}
	if s.sexe == 2 && a.chance(350) {
		s.identite.NomUsage = a.nom()
	}
	s.compte = iban(rang)
	s.ribConnu = a.chance(partRIBConnu)
	return s
}

// embaucher gives the nth job of someone.
func (s *salarie) embaucher(c *Config, e *etablissement, n int) {
	a := flux(c.Graine, "contrat", 2*s.rang+n)
	k := &contrat{etablissement: e, salarie: s, numero: numeroContrat(s.rang, n), nature: "01", quotite: 100, emploi: choisir(a, emplois)}
	k.premier = c.premierMois()
	k.debut = k.premier - v.Jour(a.entre(1, 30)+int(6*365*a.ExpFloat64()))
	k.debut = max(k.debut, s.identite.Naissance.AjouterAnnees(16), v.NewJour(1980, 1, 1))
	if a.chance(partCDD) {
		k.nature = "02"
	}
	switch {
	case a.chance(partEmbauches):
		k.debut = k.premier + v.Jour(a.IntN(int(c.fin()-k.premier)))
	case a.chance(partDeparts):
		k.fin = c.Debut + v.Jour(a.IntN(c.Jours))
	}
	switch {
	case n > 0:
		k.quotite = a.entre(20, 50)
	case a.chance(partPetitsContrats):
		k.quotite = a.entre(10, 28)
	case a.chance(partTempsPartiel):
		k.quotite = choisir(a, []int{50, 60, 70, 80, 90})
	}
	k.brut = v.Centimes(a.brutMensuel()).Fois(k.quotite) // euros × percent: cents
	for m := k.premier; m <= c.fin(); m = m.AjouterMois(1) {
		var prime v.Centimes
		if a.chance(partPrimes) {
			prime = k.brut * v.Centimes(a.entre(5, 30)) / 100
		}
		k.primes = append(k.primes, prime)
	}
	e.contrats = append(e.contrats, k)
	s.contrats = append(s.contrats, k)
}

// actif reports whether the contract runs at some time in a period.
func (k *contrat) actif(p v.Periode) bool { return !v.P(k.debut, k.fin).Inter(p).IsZero() }
