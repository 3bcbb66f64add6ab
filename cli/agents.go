package cli

import (
	"fmt"
	"io"
	"strings"

	"accord/app"
	"accord/decision"
	"accord/store"
	v "accord/valeur"

	"github.com/spf13/pflag"
)

var cmdAgents = commande{
	nom: "agents", arguments: "[ajouter|confirmer|jeton|clore MATRICULE]", resume: "le registre de ceux qui agissent dans la caisse",
	aide: `
Sans argument, liste ceux qui peuvent agir dans la caisse. Dès qu'un agent y est inscrit, plus personne n'agit,
au bureau ni par une commande, sans son matricule et son jeton ; un acte porte alors l'un et le nom du registre,
et deux matricules sont deux personnes.

  accord agents ajouter D1 --nom 'Anne Lebrun' --role directeur      inscrit, et montre le jeton, une seule fois
  accord agents ajouter C2 --nom 'Marc Petit' --role comptable --au 2027-06-30
  accord agents confirmer T3 --par C2                                 donne effet à ce qu'un autre a fait
  accord agents jeton D1 --par D1                                     change son jeton ; l'ancien n'ouvre plus rien
  accord agents clore T3 --par D1                                     n'agit plus, à l'instant

Les deux premiers (un directeur, un comptable) sont inscrits par qui tient la machine. Ensuite un directeur ou un
comptable inscrit les autres (--par), prouve qui il est comme pour tout acte (variable ACCORD_JETON, clavier ou
entrée de la commande), et une autre personne confirme : nul ne fabrique seul la seconde personne d'un paiement.
Si plus personne ne peut le faire, «--secours» le permet à qui tient la machine ; le registre le dit pour toujours.
Chacun change seul son propre jeton, à faire dès qu'on vous en a remis un. Rien n'est effacé ; un jeton perdu ne se
retrouve pas : la base n'en garde qu'une empreinte.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		var a agentSaisi
		a.options(fs)
		return func(s *session, args []string) error {
			if len(args) != 0 && len(args) != 2 {
				return usage("agents : rien pour lister, ou «ajouter», «confirmer», «jeton» ou «clore» et un matricule")
			}
			o.creer = len(args) == 2 && args[0] == "ajouter"
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			if len(args) == 0 {
				return listerAgents(s, caisse)
			}
			return a.faire(s, caisse, args[0], args[1])
		}
	},
}

// agentSaisi is what is said of an agent, as typed.
type agentSaisi struct {
	nom, du, au, par string
	roles            []string
	secours          bool
}

func (a *agentSaisi) options(fs *pflag.FlagSet) {
	fs.StringVar(&a.nom, "nom", "", "prénom et nom de l'agent")
	fs.StringSliceVar(&a.roles, "role", nil, strings.Join(decision.TousRoles(), ", ")+" ; plusieurs se séparent par une virgule")
	fs.StringVar(&a.du, "du", "", "premier jour (par défaut : aujourd'hui)")
	fs.StringVar(&a.au, "au", "", "dernier jour ; sans lui, jusqu'à ce que l'agent soit clos")
	fs.StringVar(&a.par, "par", "", "qui le fait, par son matricule")
	fs.BoolVar(&a.secours, "secours", false, "sans que personne du registre le fasse : écrit au registre")
}

// faire does one thing to the register.
func (a *agentSaisi) faire(s *session, caisse *app.Caisse, geste, matricule string) error {
	g := decision.GesteAgent{Matricule: matricule, Nom: a.nom, Roles: a.roles, Secours: a.secours}
	for _, d := range []struct {
		texte, option string
		jour          *v.Jour
	}{{a.du, "du", &g.Du}, {a.au, "au", &g.Au}} {
		if d.texte == "" {
			continue
		}
		var err error
		if *d.jour, err = v.ParseJour(d.texte); err != nil {
			return usage("agents : --%s «%s» n'est pas une date (AAAA-MM-JJ)", d.option, d.texte)
		}
	}
	if a.par != "" {
		if a.secours {
			return usage("agents : --secours se fait sans --par")
		}
		x, _, err := s.prouver(caisse, a.par, "--par")
		if err != nil {
			return err
		}
		g.Par = x.Agent
	}
	switch geste {
	case "ajouter":
		jeton := store.NouveauJeton()
		x, err := caisse.Inscrire(s.ctx, g, jeton)
		return direInscrit(s.out, &x, "inscrit", jeton, err)
	case "jeton":
		jeton := store.NouveauJeton()
		x, err := caisse.DonnerJeton(s.ctx, g, jeton)
		return direInscrit(s.out, &x, "a un nouveau jeton", jeton, err)
	case "confirmer":
		x, err := caisse.ConfirmerAgent(s.ctx, g)
		return direInscrit(s.out, &x, "confirmé", "", err)
	case "clore":
		x, err := caisse.Clore(s.ctx, g)
		return direInscrit(s.out, &x, "clos : il n'agit plus", "", err)
	}
	return usage("agents : «%s» n'est pas connu ; attendu : ajouter, confirmer, jeton ou clore", geste)
}

// direInscrit says what was done to an agent, and shows the token, once.
func direInscrit(w io.Writer, x *decision.Inscrit, quoi, jeton string, err error) error {
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s (%s) : %s.\n", x.Matricule, x.Nom, quoi)
	if x.Attend != nil {
		fmt.Fprintf(w, "Sans effet jusqu'à ce qu'une autre personne le confirme (accord agents confirmer %s).\n", x.Matricule)
	}
	if jeton != "" {
		fmt.Fprintf(w, "Jeton, montré cette seule fois, à remettre à l'agent en main propre :\n  %s\n", jeton)
	}
	return nil
}

func listerAgents(s *session, caisse *app.Caisse) error {
	is, err := caisse.Inscrits(s.ctx)
	if err != nil {
		return err
	}
	if len(is) == 0 {
		_, err := fmt.Fprintln(s.out, "Aucun agent n'est inscrit : chacun agit sous le nom qu'il donne, sans que personne le vérifie.")
		return err
	}
	jour := caisse.Clock().Jour()
	for i := range is {
		x := &is[i]
		roles := x.Roles
		if len(roles) == 0 && x.Attend != nil {
			roles = x.Attend.Roles
		}
		fmt.Fprintf(s.out, "%s|%s|%s|%s|%s\n", x.Matricule, x.Nom, direRoles(roles), joursAgent(x), etatAgent(x, jour))
	}
	return nil
}

func joursAgent(x *decision.Inscrit) string {
	if x.Du == 0 {
		return ""
	}
	if x.Au == 0 {
		return "depuis le " + x.Du.Francais()
	}
	return "du " + x.Du.Francais() + " au " + x.Au.Francais()
}

// etatAgent says whether the agent may act, and what waits on them.
func etatAgent(x *decision.Inscrit, jour v.Jour) string {
	etat := "en fonction"
	switch {
	case x.Empreinte == "":
		etat = "sans effet"
	case x.Clos:
		etat = "clos"
	case x.Du > jour:
		etat = "à venir"
	case !x.EnVigueur(jour):
		etat = "échu"
	}
	if x.Attend != nil {
		quoi := "son inscription"
		if x.Attend.Geste == decision.NouveauJeton {
			quoi = "son nouveau jeton"
		}
		etat += ", " + quoi + " par " + x.Attend.Par.Nom + " attend une confirmation"
	}
	if x.Secours {
		etat += ", inscrit en secours"
	}
	return etat
}
