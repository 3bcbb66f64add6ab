package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/pflag"
)

// Exit statuses. They are part of the contract with scripts.
const (
	statutOK     = 0
	statutErreur = 1 // something failed, or part of the input was refused
	statutUsage  = 2 // the command or the case could not be read
)

// Version is what `accord version` prints.
const Version = "0.1.0"

// commande is one word of the command line.
type commande struct {
	nom, arguments, resume string
	aide                   string
	options                func(*pflag.FlagSet) func(*session, []string) error
}

// session is one run of the command.
type session struct {
	ctx    context.Context
	in     io.Reader
	out    io.Writer
	err    io.Writer
	statut int
}

// echec is an error that was said already, or that has a status of its own.
type echec struct {
	statut int
	err    error
}

func (e *echec) Error() string { return e.err.Error() }
func (e *echec) Unwrap() error { return e.err }

func usage(format string, args ...any) error {
	return &echec{statutUsage, fmt.Errorf(format, args...)}
}

var commandes = []commande{
	cmdDemo, cmdRecevoir, cmdCalculer, cmdServir, cmdJour, cmdPayer, cmdDossier, cmdTravail, cmdAgir, cmdRetour, cmdIdentite, cmdSigner, cmdArreter, cmdReprendre, cmdControles, cmdAgents, cmdLettres, cmdAttente, cmdEtat, cmdHorloges, cmdRejouer, cmdEffacer,
	cmdVerifier, cmdRegles, cmdTirer,
}

// Main runs the command and returns its exit status.
func Main(args []string, in io.Reader, out, err io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	s := &session{ctx: ctx, in: in, out: out, err: err}
	if e := s.run(args); e != nil {
		fmt.Fprintln(err, "accord :", e)
		var x *echec
		if errors.As(e, &x) {
			return x.statut
		}
		return statutErreur
	}
	return s.statut
}

func (s *session) run(args []string) error {
	if len(args) == 0 || args[0] == "aide" && len(args) == 1 || args[0] == "--help" || args[0] == "-h" {
		aideGenerale(s.out)
		return nil
	}
	if args[0] == "version" || args[0] == "--version" {
		fmt.Fprintln(s.out, "accord", Version)
		return nil
	}
	nom, reste := args[0], args[1:]
	if nom == "aide" {
		nom, reste = args[1], []string{"--help"}
	}
	for i := range commandes {
		if c := &commandes[i]; c.nom == nom {
			return s.commande(c, reste)
		}
	}
	return usage("la commande «%s» n'existe pas ; «accord aide» donne la liste", nom)
}

func (s *session) commande(c *commande, args []string) error {
	fs := pflag.NewFlagSet(c.nom, pflag.ContinueOnError)
	fs.SortFlags = false
	fs.SetOutput(io.Discard)
	fs.Usage = func() {}
	executer := c.options(fs)
	if err := fs.Parse(args); errors.Is(err, pflag.ErrHelp) {
		aideCommande(s.out, c, fs)
		return nil
	} else if err != nil {
		return usage("%s : %s ; «accord aide %s» dit ce qui est accepté", c.nom, enFrancais(err), c.nom)
	}
	return executer(s, fs.Args())
}

// enFrancais says what is wrong with the options.
func enFrancais(err error) string {
	var inconnue *pflag.NotExistError
	var valeur *pflag.ValueRequiredError
	var invalide *pflag.InvalidValueError
	var forme *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &inconnue):
		return "l'option «--" + inconnue.GetSpecifiedName() + "» n'existe pas"
	case errors.As(err, &valeur):
		return "l'option «--" + valeur.GetSpecifiedName() + "» attend une valeur"
	case errors.As(err, &invalide):
		return "la valeur «" + invalide.GetValue() + "» ne convient pas à l'option «--" + invalide.GetFlag().Name + "»"
	case errors.As(err, &forme):
		return "l'option «" + forme.GetSpecifiedFlag() + "» est mal écrite"
	}
	return err.Error()
}

func aideGenerale(w io.Writer) {
	fmt.Fprint(w, "Accord calcule, paie et explique les indemnités journalières.\n\nUsage : accord COMMANDE [OPTIONS] [ARGUMENTS]\n\nCommandes :\n")
	for i := range commandes {
		fmt.Fprintf(w, "  %-10s %s\n", commandes[i].nom, commandes[i].resume)
	}
	fmt.Fprint(w, "  version    affiche la version\n\n«accord aide COMMANDE» détaille une commande.\n")
}

func aideCommande(w io.Writer, c *commande, fs *pflag.FlagSet) {
	fmt.Fprintf(w, "Usage : accord %s\n\n%s\n", strings.TrimSpace(c.nom+" "+c.arguments), strings.TrimSpace(c.aide))
	if fs.HasFlags() {
		fmt.Fprint(w, "\nOptions :\n")
		fs.VisitAll(func(f *pflag.Flag) {
			nom := "--" + f.Name
			if f.Value.Type() != "bool" {
				nom += " " + strings.ToUpper(f.Name)
			}
			defaut := ""
			if f.DefValue != "" && f.DefValue != "false" && f.DefValue != "0" && f.DefValue != "[]" {
				defaut = " (par défaut : " + f.DefValue + ")"
			}
			fmt.Fprintf(w, "  %-24s %s%s\n", nom, f.Usage, defaut)
		})
	}
}
