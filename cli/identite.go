package cli

import (
	"fmt"
	"io"

	"accord/app"
	"accord/clock"
	"accord/dossier"
	"accord/libelle"
	v "accord/valeur"

	"github.com/spf13/pflag"
)

var cmdIdentite = commande{
	nom: "identite", arguments: "PERSONNE [rattacher|detacher|numero AUTRE]", resume: "montre, réunit ou sépare les fiches d'une personne, ou change son numéro",
	aide: `
Une fiche est ce que la base garde sous un numéro. Deux homonymes ont deux fiches et restent deux
personnes. Une même personne a plusieurs fiches quand elle a été connue sous un numéro provisoire ou
faux : quelqu'un le dit, par un acte qui se retire.

  accord identite PERSONNE                    montre ses fiches
  accord identite PERSONNE rattacher AUTRE    AUTRE est la même personne : les faits et les paiements
                                              des deux sont lus ensemble, un jour n'est payé qu'une fois
  accord identite PERSONNE detacher AUTRE     AUTRE est quelqu'un d'autre, après tout : chacun retrouve
                                              son calendrier et ce que son compte a reçu
  accord identite PERSONNE numero NIR         son numéro est désormais celui-là

PERSONNE et AUTRE se donnent par un NIR, un numéro de dossier ou de personne. «--simuler» dit ce qui
changerait, sans rien changer.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		var a dossier.Intervention
		var qui auteur
		qui.options(fs, "technicien, cadre ou directeur")
		fs.StringVar(&a.Motif, "motif", "", "ce qui a été vu, et pourquoi")
		simuler := fs.Bool("simuler", false, "dit ce qui changerait, sans le faire")
		return func(s *session, args []string) error {
			if len(args) != 1 && len(args) != 3 {
				return usage("identite : donnez une personne, puis rien, ou «rattacher», «detacher» ou «numero» et une autre")
			}
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			if len(args) == 1 {
				vue, err := caisse.Consulter(s.ctx, args[0])
				if err == nil {
					ecrireFiches(s.out, vue)
				}
				return err
			}
			if err := qui.prouverPour(s, caisse, &a); err != nil {
				return err
			}
			return identifier(s, caisse, args, a, *simuler)
		}
	},
}

// identifier does one act of identity, or says what it would change.
func identifier(s *session, caisse *app.Caisse, args []string, a dossier.Intervention, simuler bool) error {
	a.Objet = args[2]
	switch args[1] {
	case "rattacher":
		a.Nature = dossier.Rattacher
	case "detacher":
		a.Nature = dossier.Detacher
	case "numero":
		nir, err := v.ParseNIR(args[2])
		if err != nil {
			return usage("identite : ce numéro %s ; attendu : 13 caractères, ou 15 avec la clé", err)
		}
		if simuler {
			e, err := caisse.SimulerNumero(s.ctx, args[0], nir, a)
			if err != nil {
				return err
			}
			return ecrireEffet(s.out, e, "Si l'acte était fait")
		}
		fait, e, err := caisse.Renumeroter(s.ctx, args[0], nir, a)
		return direActe(s.out, fait, e, err)
	default:
		return usage("identite : «%s» n'est pas connu ; attendu : rattacher, detacher ou numero", args[1])
	}
	if simuler {
		e, err := caisse.Simuler(s.ctx, args[0], a)
		if err != nil {
			return err
		}
		return ecrireEffet(s.out, e, "Si l'acte était fait")
	}
	fait, e, err := caisse.Agir(s.ctx, args[0], a)
	return direActe(s.out, fait, e, err)
}

// direActe says what was done, and what it changes.
func direActe(w io.Writer, fait dossier.Intervention, e *app.Effet, err error) error {
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "Acte %s fait par %s.\n", fait.ID, fait.Par)
	if fait.ADeux {
		pourquoi := "Il porte sur " + e.Enjeu.Euros()
		if len(e.Differe) > 0 {
			pourquoi = "Il réunit deux fiches qui diffèrent"
		}
		fmt.Fprintf(w, "%s : il est sans effet jusqu'à ce qu'une autre personne le confirme (acte «confirmer», objet %s).\n", pourquoi, fait.ID)
	}
	return ecrireEffet(w, e, "Ce qui change")
}

// ecrireFiches lists the records of a person.
func ecrireFiches(w io.Writer, vue *app.Vue) {
	for i := range vue.Fiches {
		f := &vue.Fiches[i]
		if f.Acte == nil {
			fmt.Fprintf(w, "Fiche %s, %s %s\n", f.Personne, libelle.Numero(f.NIR), f.NIR)
			continue
		}
		fmt.Fprintf(w, "  réunie avec la fiche %s, %s %s : par %s (%s) le %s — %s (acte %s)\n",
			f.Personne, libelle.Numero(f.NIR), f.NIR, f.Acte.Par, libelle.Role(f.Acte.Role), clock.Texte(f.Acte.Instant), f.Acte.Motif, f.Acte.ID)
	}
}
