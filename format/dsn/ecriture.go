package dsn

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Write writes a whole file, of the norm that Envoi.Version names: lines in
// ISO-8859-1 ended by CRLF, blocks and rubrics in the order of the norm, right
// counts at the end. What the reader set aside (Ecartees, Ecartes,
// ContratsEcartes) and the rubrics that have no field are not written.
//
// Write refuses, with a French error that names declaration, person and
// rubric, and then writes nothing: a value without the format of its rubric, a
// character that ISO-8859-1 has not, a field that the norm has not in that
// version, and the lack of a rubric that the norm wants in that block for that
// nature of declaration.
func Write(w io.Writer, e *Envoi) error {
	version, _ := parseVersion(e.Version)
	if !slices.Contains(versionsConnues(), version) {
		return fmt.Errorf("DSN : norme « %s » : on ne sait écrire que %s", e.Version,
			strings.Join(grammaires()[versionAncienne].listes[codeVersion].codes, ", "))
	}
	k := &ecrivain{g: grammaires()[version]}
	k.envoi(e)
	if k.err != nil {
		return fmt.Errorf("DSN : %w", k.err)
	}
	_, err := w.Write(k.b)
	return err
}

// ecrivain writes lines until the first error.
type ecrivain struct {
	g         *grammaire
	b         []byte
	rubriques int64
	nature    Nature
	lieu      string // French, where the writing stands
	err       error
}

// ecrire writes one block.
func ecrire[B any](k *ecrivain, s schema[B], b *B) {
	avant := k.rubriques
	for j := range s {
		if k.err != nil {
			return
		}
		if err := k.rubrique(s[j].regle, s[j].rendre(b)); err != nil {
			k.err = fmt.Errorf("%s%v (%s) : %w", k.lieu, s[j].code, s[j].libelle, err)
		}
	}
	if k.rubriques == avant {
		k.err = fmt.Errorf("%sbloc %v vide", k.lieu, s[0].code.Bloc())
	}
}

var (
	errManque  = errors.New("cette rubrique manque")
	errVersion = errors.New("cette rubrique n'existe pas dans cette version de la norme")
)

func (k *ecrivain) rubrique(r *regle, s string) error {
	switch {
	case s == "" && r.exigee(k.nature):
		return errManque
	case s == "":
		return nil
	case !r.existe:
		return errVersion
	}
	if _, ok := r.format.lire(s); !ok {
		return fmt.Errorf("« %s » ne va pas, attendu : %s", montrer(s, r.format.genre), r.format.attendu())
	}
	k.b = append(k.b, r.prefixe...)
	var err error
	if k.b, err = encoderLatin(k.b, s); err != nil {
		return err
	}
	k.b = append(k.b, '\'')
	k.b = append(k.b, "\r\n"...)
	k.rubriques++
	return nil
}

func (k *ecrivain) envoi(e *Envoi) {
	ecrire(k, k.g.envoi, e)
	ecrire(k, k.g.emetteur, &e.Emetteur)
	for j := range e.Contacts {
		ecrire(k, k.g.contactEmetteur, &e.Contacts[j])
	}
	for j := range e.Declarations {
		k.lieu = fmt.Sprintf("déclaration %d, ", j+1)
		k.declaration(&e.Declarations[j])
	}
	// The count holds the two lines that state it.
	ecrire(k, k.g.total, &total{k.rubriques + 2, int64(len(e.Declarations))})
}

func (k *ecrivain) declaration(d *Declaration) {
	k.nature = d.Nature
	ecrire(k, k.g.declaration, d)
	for j := range d.Contacts {
		ecrire(k, k.g.contactDeclare, &d.Contacts[j])
	}
	ecrire(k, k.g.entreprise, &d.Entreprise)
	ecrire(k, k.g.etablissement, &d.Etablissement)
	lieu := k.lieu
	for j := range d.Individus {
		k.lieu = fmt.Sprintf("%sindividu %d, ", lieu, j+1)
		k.individu(&d.Individus[j])
	}
}

func (k *ecrivain) individu(i *Individu) {
	ecrire(k, k.g.individu, i)
	for j := range i.Identites {
		ecrire(k, k.g.identite, &i.Identites[j])
	}
	for j := range i.Contrats {
		k.contrat(&i.Contrats[j])
	}
	for j := range i.Versements {
		k.versement(&i.Versements[j])
	}
	for j := range i.Anciennetes {
		ecrire(k, k.g.anciennete, &i.Anciennetes[j])
	}
}

func (k *ecrivain) contrat(c *Contrat) {
	ecrire(k, k.g.contrat, c)
	for j := range c.Changements {
		ecrire(k, k.g.changement, &c.Changements[j])
	}
	for j := range c.Arrets {
		a := &c.Arrets[j]
		ecrire(k, k.g.arret, a)
		for n := range a.TempsPartiels {
			ecrire(k, k.g.tempsPartiel, &a.TempsPartiels[n])
		}
	}
	for j := range c.Fins {
		ecrire(k, k.g.finContrat, &c.Fins[j])
	}
	for j := range c.Suspensions {
		ecrire(k, k.g.suspension, &c.Suspensions[j])
	}
	for j := range c.Retraites {
		ecrire(k, k.g.retraite, &c.Retraites[j])
	}
}

func (k *ecrivain) versement(v *Versement) {
	ecrire(k, k.g.versement, v)
	for j := range v.Remunerations {
		r := &v.Remunerations[j]
		ecrire(k, k.g.remuneration, r)
		for n := range r.Activites {
			ecrire(k, k.g.activite, &r.Activites[n])
		}
	}
	for j := range v.Primes {
		ecrire(k, k.g.prime, &v.Primes[j])
	}
	for j := range v.ElementsNets {
		ecrire(k, k.g.elementNet, &v.ElementsNets[j])
	}
	for j := range v.Bases {
		b := &v.Bases[j]
		ecrire(k, k.g.base, b)
		for n := range b.Composants {
			ecrire(k, k.g.composant, &b.Composants[n])
		}
		for n := range b.Cotisations {
			ecrire(k, k.g.cotisation, &b.Cotisations[n])
		}
	}
}
