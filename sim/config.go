package sim

import (
	"errors"
	"fmt"
	"math"

	v "accord/valeur"
)

// Config says which caisse is drawn.
type Config struct {
	Assures    int    // people in arrêt over the period, whatever the benefit; 500 when 0
	Population int    // employees in all, in arrêt or not; 0: [Population]
	Graine     uint64 // seed
	Debut      v.Jour // first day of the period
	Jours      int    // its length; 90 when 0
}

// PopulationComplete is the greatest number of people in arrêt around whom the
// whole population is drawn by default.
const PopulationComplete = 5000

// PopulationReduite is how many employees are drawn for each person in arrêt
// beyond [PopulationComplete]: the monthly declarations of people who are never
// ill would make nine tenths of the bytes.
const PopulationReduite = 3

// Population returns the number of employees out of whom assures are in arrêt
// at some time in that many days: about eleven for one who is ill over ninety
// days, as in the national statistics, or [PopulationReduite] for one in arrêt in
// a large caisse.
func Population(assures, jours int) int {
	if assures > PopulationComplete {
		return PopulationReduite * assures
	}
	malades := float64(assures) * partMaladie / 1000
	return max(assures, int(math.Round(malades/partEnArret(jours))))
}

func (c Config) completer() (Config, error) {
	if c.Assures == 0 {
		c.Assures = 500
	}
	if c.Jours == 0 {
		c.Jours = 90
	}
	if c.Population == 0 {
		c.Population = Population(c.Assures, c.Jours)
	}
	switch {
	case c.Assures < 1 || c.Jours < 1 || c.Jours > 366:
		return c, errors.New("il faut au moins un assuré, et de 1 à 366 jours")
	case c.Population < c.Assures:
		return c, fmt.Errorf("une population de %d personnes ne peut pas en compter %d en arrêt", c.Population, c.Assures)
	case c.Population > populationMax:
		return c, fmt.Errorf("une population de %d personnes dépasse les %d numéros inventés dont on dispose", c.Population, populationMax)
	case c.Debut < v.NewJour(2022, 6, 1):
		return c, errors.New("la période doit commencer le 1er juin 2022 ou après")
	}
	return c, nil
}

// fin returns the last day of the period.
func (c *Config) fin() v.Jour { return c.Debut + v.Jour(c.Jours) - 1 }

// premierMois returns the first month that employers declare: sickness needs
// three of them before the arrêt.
func (c *Config) premierMois() v.Jour { return c.Debut.DebutMois().AjouterMois(-3) }
