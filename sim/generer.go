package sim

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

// Generer draws a caisse and writes its files under racine, a folder that must
// be new or empty: one folder for each day, AAAA-MM-JJ, with the files that
// reach the caisse on that day. What came before the first day is in the folder
// of the first day. avance is told how many things are written, out of how many.
func Generer(c Config, racine string, avance func(fait, total int)) (Plan, error) {
	c, err := c.completer()
	if err != nil {
		return Plan{}, err
	}
	if err := preparer(&c, racine); err != nil {
		return Plan{}, err
	}
	m := tirer(&c)
	plan := Plan{
		Config: c, Fin: c.fin(), Employeurs: len(m.entreprises), Malades: m.malades(), Arrets: len(m.arrets), Autres: personnes(m.autres),
	}
	for _, e := range m.entreprises {
		plan.Etablissements += len(e.etablissements)
	}
	for _, a := range m.arrets {
		for i := range a.prescriptions {
			if a.trouble != SansAvis && a.recuLe(i) <= plan.Fin {
				plan.Prescriptions++
			}
		}
	}
	n := len(m.mensuelles)
	tous := append(slices.Clone(m.arrets), m.autres...)
	total, fait := n+len(tous), 0
	rendus, err := rendre(&c, racine, total, func() { fait++; avance(fait, total) }, func(i int, r *rendu) {
		if i < n {
			m.mensuelles[i].rendre(r)
		} else {
			tous[i-n].remettre(r)
		}
	})
	if err != nil {
		return plan, err
	}
	return plan, plan.rassembler(racine, rendus)
}

// monde is everything that was drawn.
type monde struct {
	entreprises []*entreprise
	arrets      []*arret
	autres      []*arret // of the other benefits
	mensuelles  []*mensuelle
}

func tirer(c *Config) *monde {
	nirs := registreNIR{}
	es, places := tirerEntreprises(c)
	salaries := tirerSalaries(c, es, places, nirs)
	m := &monde{entreprises: es, arrets: tirerArrets(c, salaries)}
	troublerArrets(c, m.arrets)
	m.autres = tirerAutres(c, salaries, len(m.arrets), nirs)
	reprendrePartiellement(c, append(slices.Clone(m.arrets), m.autres...))
	tirerPassants(c, es, nirs)
	m.mensuelles = tirerMensuelles(c, grouper(es), nirs)
	return m
}

func (m *monde) malades() int { return personnes(m.arrets) }

// personnes counts people, each by the first of the arrêts.
func personnes(arrets []*arret) int {
	n := 0
	for _, a := range arrets {
		if a.salarie.arrets[0] == a {
			n++
		}
	}
	return n
}

// preparer makes the folders of the days.
func preparer(c *Config, racine string) error {
	if contenu, err := os.ReadDir(racine); err == nil && len(contenu) > 0 {
		return fmt.Errorf("le dossier %s n'est pas vide : indiquez un dossier nouveau", racine)
	}
	for j := c.Debut; j <= c.fin(); j++ {
		if err := os.MkdirAll(filepath.Join(racine, j.String()), 0o700); err != nil {
			return fmt.Errorf("dossier de la caisse de démonstration : %w", err)
		}
	}
	return nil
}
