package decision

import (
	_ "embed"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"accord/dossier"
	v "accord/valeur"
)

//go:embed pouvoirs.csv
var pouvoirsCSV string

// pouvoir is what one role may do with one kind of act.
type pouvoir struct {
	nature         dossier.NatureIntervention
	role           string
	seul, confirme v.Centimes // sansLimite for no limit
}

const sansLimite v.Centimes = 1<<62 - 1

var pouvoirs = chargerPouvoirs(pouvoirsCSV)

// chargerPouvoirs reads the table. It is part of the program: a table that
// cannot be read is a fault of the build, and stops it.
func chargerPouvoirs(texte string) []pouvoir {
	r := csv.NewReader(strings.NewReader(texte))
	r.Comma, r.Comment = ';', '#'
	lignes, err := r.ReadAll()
	if err != nil {
		panic("decision: pouvoirs.csv: " + err.Error())
	}
	euros := func(s string) v.Centimes {
		if s == "-" {
			return sansLimite
		}
		n, err := strconv.Atoi(s)
		if err != nil {
			panic("decision: pouvoirs.csv: montant «" + s + "»")
		}
		return v.Centimes(100 * n)
	}
	var ps []pouvoir
	for _, l := range lignes[1:] {
		ps = append(ps, pouvoir{dossier.NatureIntervention(l[0]), l[1], euros(l[2]), euros(l[3])})
	}
	return ps
}

var (
	// ErrPouvoir is returned when a role may not do an act.
	ErrPouvoir = errors.New("ce rôle ne peut pas faire cet acte")
	// ErrIncomplet is returned for an act that does not say what it must.
	ErrIncomplet = errors.New("l'acte est incomplet")
	// ErrConfirmation is returned for a confirmation that has no object, or by
	// the hand that did the act.
	ErrConfirmation = errors.New("cette confirmation n'est pas possible")
)

// Pouvoir examines whether a role may do an act that moves an amount, whatever
// its sign, and whether someone else must confirm it.
func Pouvoir(nature dossier.NatureIntervention, role string, enjeu v.Centimes) (aDeux bool, err error) {
	p := trouverPouvoir(nature, role)
	if p == nil {
		return false, fmt.Errorf("%s, %s : %w ; il revient à : %s", role, nature, ErrPouvoir, strings.Join(Roles(nature), ", "))
	}
	return absolu(enjeu) > p.seul, nil
}

// Confirmer examines whether someone may confirm an act that moves an amount.
func Confirmer(a *dossier.Intervention, par v.Agent, role string, enjeu v.Centimes) error {
	if par.Est(a.Auteur()) {
		return fmt.Errorf("%w : %s a fait l'acte, une autre personne doit le confirmer", ErrConfirmation, a.Par)
	}
	if p := trouverPouvoir(a.Nature, role); p == nil || p.confirme < absolu(enjeu) {
		return fmt.Errorf("%w : %s ne peut pas confirmer cet acte (%s) ; il revient à : %s", ErrConfirmation, role, absolu(enjeu).Euros(), strings.Join(confirment(a.Nature, enjeu), ", "))
	}
	return nil
}

// confirment lists who may confirm an act that moves an amount.
func confirment(nature dossier.NatureIntervention, enjeu v.Centimes) (roles []string) {
	for _, p := range pouvoirs {
		if p.nature == nature && p.confirme >= absolu(enjeu) {
			roles = append(roles, p.role)
		}
	}
	return roles
}

// Roles lists who may do an act.
func Roles(nature dossier.NatureIntervention) (roles []string) {
	for _, p := range pouvoirs {
		if p.nature == nature {
			roles = append(roles, p.role)
		}
	}
	return roles
}

// Exterieur reports whether a role is that of someone outside the caisse, who sees
// of a dossier what becomes of his own acts.
func Exterieur(role string) bool { return role == "partenaire" }

// Declaration is the role of what a declaration did by itself: nobody has it, and
// anybody who may do the act may withdraw it.
const Declaration = "declaration"

// EstRole reports whether a word is a role of the table.
func EstRole(mot string) bool {
	return slices.ContainsFunc(pouvoirs, func(p pouvoir) bool { return p.role == mot })
}

// Natures lists the acts on a dossier that a role may do, in the order of the
// table.
func Natures(role string) (ns []dossier.NatureIntervention) {
	for _, p := range pouvoirs {
		if _, surDossier := exigences[p.nature]; surDossier && p.role == role {
			ns = append(ns, p.nature)
		}
	}
	return ns
}

// TousRoles lists the roles, in the order of the table.
func TousRoles() (roles []string) {
	for _, p := range pouvoirs {
		if !slices.Contains(roles, p.role) {
			roles = append(roles, p.role)
		}
	}
	return roles
}

func trouverPouvoir(nature dossier.NatureIntervention, role string) *pouvoir {
	for i := range pouvoirs {
		if p := &pouvoirs[i]; p.nature == nature && p.role == role {
			return p
		}
	}
	return nil
}

func absolu(m v.Centimes) v.Centimes { return max(m, -m) }

// verifierGeste examines whether a gesture of the caisse, about no dossier, says who and why,
// in a role that may do it.
func verifierGeste(nature dossier.NatureIntervention, par v.Agent, role, motif string) error {
	if par.Anonyme() || strings.TrimSpace(motif) == "" {
		return fmt.Errorf("%w : dites qui, et pourquoi", ErrIncomplet)
	}
	_, err := Pouvoir(nature, role, 0)
	return err
}
