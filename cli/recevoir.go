package cli

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"accord/app"

	"github.com/spf13/pflag"
)

var cmdRecevoir = commande{
	nom: "recevoir", arguments: "FICHIER|DOSSIER…", resume: "reçoit des fichiers : DSN, avis, attestations, RIB, grossesses, accidents…",
	aide: `
Reçoit des fichiers, quel que soit leur nom : DSN (mensuelle, signalements 04 et 05), avis d'arrêt
de travail (accord/aat/1), attestation de salaire (accord/dsij/1), coordonnées bancaires
(accord/rib/1), déclaration de grossesse (accord/grossesse/1), naissance, adoption ou décès
(accord/evenement/1), demande de congé (accord/conge/1), déclaration d'accident du travail
(accord/dat/1), certificat d'accident ou de maladie professionnelle (accord/certificat-at/1),
déclaration de maladie professionnelle (accord/dmp/1), décision ou étape (accord/acte/1), revenus
d'indépendant et chômage (accord/revenus/1), bulletin de paie (accord/bulletin/1). Un dossier est parcouru dans l'ordre des noms. Recevoir deux fois ne change rien.

Ce qui ne peut pas être lu est gardé, avec le fichier, la ligne, ce qui a été trouvé et ce qui
était attendu ; le reste continue. Le statut de sortie est 1 si quelque chose a été écarté.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		o := ouverture{creer: true}
		o.options(fs)
		fs.IntVar(&o.groupe, "groupe", 1, "nombre de pièces par transaction, pour les gros volumes")
		return func(s *session, args []string) error { return recevoir(s, &o, args) }
	},
}

func recevoir(s *session, o *ouverture, args []string) error {
	if len(args) == 0 {
		return usage("recevoir : donnez au moins un fichier ou un dossier")
	}
	fichiers, err := listerFichiers(args)
	if err != nil {
		return err
	}
	caisse, fermer, err := o.ouvrir(s)
	if err != nil {
		return err
	}
	defer fermer()
	for _, f := range fichiers {
		if err := s.recevoirFichier(caisse, f); err != nil {
			fmt.Fprintf(s.err, "accord : %s n'a pas été reçu en entier, relancez la commande : %v\n", f, err)
			s.statut = statutErreur
		}
		if s.ctx.Err() != nil {
			return s.ctx.Err()
		}
	}
	return nil
}

// tailleMax bounds a file: a monthly DSN of a hundred thousand people.
const tailleMax = 512 << 20

func (s *session) recevoirFichier(caisse *app.Caisse, chemin string) error {
	info, err := os.Stat(chemin)
	if err != nil {
		return err
	}
	if info.Size() > tailleMax {
		return fmt.Errorf("%d octets, %d au plus : coupez l'envoi", info.Size(), tailleMax)
	}
	contenu, err := os.ReadFile(chemin)
	if err != nil {
		return err
	}
	r, err := caisse.Recevoir(s.ctx, filepath.Base(chemin), contenu)
	if err != nil {
		return err
	}
	s.direReception(&r)
	return nil
}

// listerFichiers expands folders, in the order of names.
func listerFichiers(args []string) ([]string, error) {
	var fichiers []string
	for _, a := range args {
		info, err := os.Stat(a)
		if err != nil {
			return nil, fmt.Errorf("%s : introuvable", a)
		}
		if !info.IsDir() {
			fichiers = append(fichiers, a)
			continue
		}
		err = filepath.WalkDir(a, func(chemin string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() && !strings.HasPrefix(d.Name(), ".") {
				fichiers = append(fichiers, chemin)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(fichiers)
	return slices.Compact(fichiers), nil
}

func (s *session) direReception(r *app.Reception) {
	if r.DejaRecu {
		fmt.Fprintf(s.out, "%s : déjà reçu, rien ne change\n", r.Nom)
		return
	}
	essai := ""
	if r.Test {
		essai = ", fichier d'essai : montré, jamais payé"
	}
	fmt.Fprintf(s.out, "%s : %s, %s, %s déjà là%s\n", r.Nom, r.Format, pluriel(r.Nouvelles, "pièce nouvelle", "pièces nouvelles"), pluriel(r.Doublons, "pièce", "pièces"), essai)
	for i := range r.Anomalies {
		fmt.Fprintf(s.out, "  %s%s\n", r.Nom, direAnomalie(&r.Anomalies[i]))
	}
	if r.Perdues() > 0 {
		s.statut = statutErreur
	}
}

// direAnomalie says what is wrong after the name of its file, and the line once: the
// phrases of the DSN bear it already.
func direAnomalie(a *app.Anomalie) string {
	if a.Ligne == 0 {
		return " : " + a.Phrase
	}
	n := strconv.Itoa(a.Ligne)
	if reste, dite := strings.CutPrefix(a.Phrase, "Ligne "+n); dite && (strings.HasPrefix(reste, ",") || strings.HasPrefix(reste, " :")) {
		return ", ligne " + n + reste
	}
	return ", ligne " + n + " : " + a.Phrase
}

func pluriel(n int, un, plusieurs string) string {
	if n > 1 || n < -1 {
		return fmt.Sprintf("%d %s", n, plusieurs)
	}
	return fmt.Sprintf("%d %s", n, un)
}
