package cli

import (
	"crypto/ecdh"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"

	"accord/app"
	"accord/bilan"
	"accord/clock"
	"accord/libelle"
	"accord/sim"
	"accord/store"
	v "accord/valeur"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/pflag"
	"golang.org/x/sync/errgroup"
	"golang.org/x/term"
)

// optionsDemo are those of the demonstration.
type optionsDemo struct {
	base        string
	assures     int
	graine      uint64
	adresse     string
	sansServeur bool
}

// debutDemo is the first day that the demonstration lives: it ends on 21
// November 2026, ninety days later.
var debutDemo = v.NewJour(2026, 8, 24)

const joursDemo = 90

var cmdDemo = commande{
	nom: "demo", resume: "invente une caisse, lui fait vivre 90 jours, la paie, et ouvre le bureau",
	aide: `
Tire une population (sans aucune personne réelle), écrit ses vrais fichiers (DSN, signalements, avis
d'arrêt, attestations, RIB), avec les troubles ordinaires : retards, doublons, corrections,
contradictions, pièces manquantes ou illisibles. Les reçoit par la même porte que tout le monde, vit
90 jours, paie, vérifie, résume, puis ouvre le bureau sur cette machine.

La base est neuve à chaque fois : une démonstration précédente est remplacée ; un dossier qui contient
autre chose est refusé.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		o := optionsDemo{}
		fs.StringVar(&o.base, "base", "accord-demo", "dossier à créer pour la base, les fichiers et les sorties")
		fs.IntVar(&o.assures, "assures", 500, "nombre de personnes en arrêt")
		fs.Uint64Var(&o.graine, "graine", 1, "graine du tirage : la même donne la même caisse")
		fs.StringVar(&o.adresse, "adresse", "127.0.0.1:8080", "adresse du bureau")
		fs.BoolVar(&o.sansServeur, "sans-serveur", false, "s'arrête après le résumé")
		return func(s *session, args []string) error {
			if o.assures < 1 {
				return usage("demo : --assures vaut %d, il faut au moins une personne en arrêt", o.assures)
			}
			return s.demo(&o)
		}
	},
}

func (s *session) demo(o *optionsDemo) error {
	if err := s.preparerDemo(o.base, o.graine); err != nil {
		return err
	}
	chrono := clock.Start()
	debug.SetGCPercent(400) // ninety days at once: memory is there to be used
	entrees, sorties := filepath.Join(o.base, "entrees"), filepath.Join(o.base, "sorties")
	p := s.progres("Écriture des fichiers")
	plan, err := sim.Generer(sim.Config{Assures: o.assures, Graine: o.graine, Debut: debutDemo, Jours: joursDemo}, entrees, p.fixer)
	if err != nil {
		return err
	}
	p.finir()
	h := clock.NewManual(debutDemo)
	ouv := ouverture{base: o.base, groupe: groupeDemo, creer: true}
	caisse, fermer, err := ouv.ouvrirAvec(s, h)
	if err != nil {
		return err
	}
	defer fermer()
	p = s.progres("Vie de la caisse")
	if err := sim.Jouer(s.ctx, caisse, h, plan, entrees, dossierBancaire(sorties), p.fixer); err != nil {
		return err
	}
	p.finir()
	if err := s.resumerDemo(caisse, o, chrono); err != nil || o.sansServeur {
		return err
	}
	b := optionsBureau(caisse, nil)
	if err := s.choisirIdentite(caisse, &b, "", o.adresse); err != nil {
		return err
	}
	return s.servir(caisse, o.adresse, b)
}

// groupeDemo is how many pieces share a transaction while the demonstration
// receives months of declarations at once.
const groupeDemo = 200

// resumerDemo counts and proves the base, at once since both only read, and prints
// the counters.
func (s *session) resumerDemo(caisse *app.Caisse, o *optionsDemo, chrono clock.Chrono) error {
	var etat *app.Etat
	var preuve *app.Verification
	g, ctx := errgroup.WithContext(s.ctx)
	g.Go(func() (err error) { etat, err = caisse.Etat(ctx, func(int) {}); return err })
	g.Go(func() (err error) { preuve, err = caisse.Verifier(ctx, func(int) {}); return err })
	if err := g.Wait(); err != nil {
		return err
	}
	if err := bilan.EcrireEtat(s.out, etat); err != nil {
		return err
	}
	s.direVerification(preuve)
	fmt.Fprintf(s.out, "\nDossier : %s (fichiers reçus dans entrees/, fichiers bancaires dans sorties/). Durée : %s s.\n", o.base, strings.Replace(fmt.Sprintf("%.1f", chrono.Ecoule().Seconds()), ".", ",", 1))
	fmt.Fprintf(s.out, "Le plus grand préjudice est en tête de la liste : accord servir --base %s\n", o.base)
	return nil
}

// preparerDemo makes the folder, the account from which the demonstration pays,
// and its keys, which follow from the seed so that dossiers keep their numbers. A
// former demonstration is replaced; a folder that holds anything else is
// refused.
func (s *session) preparerDemo(base string, graine uint64) error {
	entrees, err := os.ReadDir(base)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if len(entrees) > 0 {
		if _, err := os.Stat(filepath.Join(base, marqueDemo)); err != nil {
			return usage("le dossier %s n'est pas vide et n'est pas une démonstration : donnez-en un autre par --base", base)
		}
		fmt.Fprintf(s.out, "La démonstration précédente, dans %s, est remplacée.\n", base)
		if err := os.RemoveAll(base); err != nil {
			return err
		}
	}
	if err := os.MkdirAll(base, 0o755); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(base, marqueDemo), []byte("Caisse inventée par « accord demo » : ce dossier peut être effacé.\n"), 0o644); err != nil {
		return err
	}
	cle := sha256.Sum256(fmt.Appendf(nil, "accord demo %d", graine))
	medical, err := ecdh.X25519().NewPrivateKey(cle[:])
	if err != nil {
		return err
	}
	if err := store.EcrireCles(filepath.Join(base, "accord.cle"), cle[:], medical.PublicKey().Bytes()); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(base, "caisse.json"), []byte(caisseDemo), 0o644)
}

// marqueDemo is the file that tells a demonstration from anything else.
const marqueDemo = "DEMONSTRATION.txt"

const caisseDemo = `{
  "code": "441",
  "nom": "Caisse de démonstration",
  "compte": {
    "titulaire": "CAISSE DE DEMONSTRATION", "siret": "00000000000000",
    "iban": "FR1420041010050500013M02606", "bic": "PSSTFRPPXXX",
    "rue": "Rue de l'Exemple", "numero": "1", "code_postal": "44000", "ville": "Nantes", "pays": "FR"
  }
}
`

// progres says how far something is: a bar on a terminal, a line each tenth of
// the way otherwise.
type progres struct {
	titre   string
	sortie  io.Writer
	barre   *progressbar.ProgressBar
	total   int
	dixieme int
}

func (s *session) progres(titre string) *progres {
	p := &progres{titre: titre, sortie: s.out}
	if f, ok := s.out.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.barre = progressbar.NewOptions(1, progressbar.OptionSetWriter(s.err), progressbar.OptionSetDescription(titre),
			progressbar.OptionClearOnFinish(), progressbar.OptionSetPredictTime(true))
	}
	return p
}

func (p *progres) fixer(fait, total int) {
	if p.barre != nil {
		if total != p.total {
			p.barre.ChangeMax(total)
		}
		_ = p.barre.Set(fait) // the bar is only for the eye
	} else if d := 10 * fait / max(1, total); d > p.dixieme && d < 10 {
		p.dixieme = d
		fmt.Fprintf(p.sortie, "%s : %d %%\n", p.titre, 10*d)
	}
	p.total = total
}

func (p *progres) finir() {
	if p.barre != nil {
		_ = p.barre.Finish()
	}
	fmt.Fprintf(p.sortie, "%s : terminé, %s fichiers\n", p.titre, libelle.Nombre(p.total))
}
