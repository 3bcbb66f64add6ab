package cli

import (
	"cmp"
	"fmt"
	"io"

	"accord/app"
	"accord/clock"
	"accord/decision"
	"accord/libelle"
	v "accord/valeur"

	"github.com/spf13/pflag"
)

var cmdArreter = commande{
	nom: "arreter", arguments: "[personne|regle|version|lot OBJET]", resume: "arrête des paiements, ou liste ce qui est arrêté",
	aide: `
Arrête les paiements d'une personne, d'une règle, d'une version des règles ou d'un lot qui n'est pas parti.
Ce qui n'est pas en cause continue d'être payé : rien n'arrête tout. Un arrêt a un auteur, un motif et une
date de reprise ; ce qu'il touche et qui n'est pas parti est annulé, redevient dû, et reste retenu jusque-là.
Une version est arrêtée dans ce qu'elle paie autrement que les autres. Un arrêt large attend qu'une autre
personne le confirme («--confirmer»). Sans objet, liste les arrêts.

«--simuler» dit, avant de le faire, qui et quels jours l'arrêt (ou sa confirmation) retiendrait, pour combien,
et les paiements en cours qu'il annulerait.

  accord arreter personne 2850199999001 --jusque 2026-12-01 --par 'Anne Lebrun' --motif 'compte contesté'
  accord arreter regle MAL-BAS-04 --jusque 2026-12-01 --par 'Anne Lebrun' --role cadre --motif 'plafond en doute'
  accord arreter --confirmer 1A2B3C4D --par 'Marc Petit' --role directeur --motif 'vu'`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		var g gesteSaisi
		g.options(fs)
		var x gesteSimule
		x.options(fs)
		jusque := fs.String("jusque", "", "jour de la reprise (AAAA-MM-JJ), 31 jours au plus")
		confirmer := fs.String("confirmer", "", "donne effet à l'arrêt d'un autre, par son numéro ou par ce qu'il arrête")
		return func(s *session, args []string) error {
			if len(args) != 0 && len(args) != 2 {
				return usage("arreter : donnez ce qui est arrêté, comme «personne 2850199999001» ; «accord aide arreter» dit le reste")
			}
			geste := decision.GesteGel{Motif: g.motif}
			if *jusque != "" {
				var err error
				if geste.Jusque, err = v.ParseJour(*jusque); err != nil {
					return usage("arreter : --jusque «%s» n'est pas une date (AAAA-MM-JJ)", *jusque)
				}
			}
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			if *confirmer == "" && len(args) == 0 {
				return listerGels(s, caisse)
			}
			qui, role, err := g.prouver(s, caisse)
			if err != nil {
				return err
			}
			geste.Par, geste.Matricule, geste.Role = qui.Nom, qui.Matricule, role
			if *confirmer != "" {
				geste.Geste, geste.Gel = decision.ConfirmerArret, *confirmer
			} else {
				geste.Geste, geste.Genre, geste.Objet = decision.Arreter, decision.GenreGel(args[0]), args[1]
			}
			if x.simuler {
				return x.montrer(s, caisse, geste)
			}
			if *confirmer != "" {
				fait, err := caisse.ConfirmerArret(s.ctx, *confirmer, qui, role, g.motif)
				if err != nil {
					return err
				}
				return ecrireGel(s.out, &fait, "confirmé par "+fait.Par)
			}
			fait, err := caisse.Arreter(s.ctx, geste)
			if err != nil {
				return err
			}
			return ecrireGel(s.out, &fait, "fait par "+fait.Par)
		}
	},
}

var cmdReprendre = commande{
	nom: "reprendre", arguments: "ARRET", resume: "lève un arrêt : la journée suivante paie ce qu'il retenait",
	aide: `
Lève un arrêt de paiements, par son numéro ou par ce qu'il arrête. La journée suivante de la caisse paie ce qu'il retenait.
«--simuler» dit, avant de le faire, ce qu'elle paierait, et ce qui attendrait encore autre chose.

  accord reprendre 1A2B3C4D --par 'Anne Lebrun' --role cadre --motif 'plafond vérifié'`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		var g gesteSaisi
		g.options(fs)
		var simule gesteSimule
		simule.options(fs)
		return func(s *session, args []string) error {
			if len(args) != 1 {
				return usage("reprendre : donnez le numéro de l'arrêt ; «accord arreter» les liste")
			}
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			qui, role, err := g.prouver(s, caisse)
			if err != nil {
				return err
			}
			if simule.simuler {
				return simule.montrer(s, caisse, decision.GesteGel{Geste: decision.Reprendre, Gel: args[0], Par: qui.Nom, Matricule: qui.Matricule, Role: role, Motif: g.motif})
			}
			x, err := caisse.Reprendre(s.ctx, args[0], qui, role, g.motif)
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(s.out, "Arrêt %s levé par %s : la prochaine journée de la caisse paie ce qu'il retenait.\n", x.Gel, x.Par)
			return err
		}
	},
}

// gesteSaisi is who does something, and why.
type gesteSaisi struct {
	auteur
	motif string
}

func (g *gesteSaisi) options(fs *pflag.FlagSet) {
	g.auteur.options(fs, "technicien, cadre, directeur ou comptable")
	fs.StringVar(&g.motif, "motif", "", "ce qui a été vu, et pourquoi")
}

// ecrireGel says what a stop did.
func ecrireGel(w io.Writer, f *app.GelFait, comment string) error {
	fmt.Fprintf(w, "Arrêt %s %s.\n", f.Gel, comment)
	if f.ADeux && f.Geste == decision.Arreter {
		_, err := fmt.Fprintf(w, "Il est sans effet jusqu'à ce qu'une autre personne le confirme (accord arreter --confirmer %s).\n", f.Gel)
		return err
	}
	if n := len(f.Annules); n > 0 {
		fmt.Fprintf(w, "%s, pas encore parti à la banque : ce qui était payé redevient dû.\n", libelle.Compte(n, "paiement annulé", "paiements annulés"))
	}
	if f.Genre == decision.GelLot {
		_, err := fmt.Fprintln(w, "La prochaine journée de la caisse propose de nouveau ce que le lot payait.")
		return err
	}
	_, err := fmt.Fprintf(w, "Retenu à ce jour, au dernier calcul de chacun : %s, pour %s ; le reste continue d'être payé. Reprise le %s.\n", f.Compte.Brut.Euros(), libelle.Compte(f.Compte.Personnes, "personne", "personnes"), f.Jusque.EnLettres())
	return err
}

func listerGels(s *session, caisse *app.Caisse) error {
	gels, err := caisse.Gels(s.ctx)
	if err != nil {
		return err
	}
	if len(gels) == 0 {
		_, err := fmt.Fprintln(s.out, "Rien n'est arrêté.")
		return err
	}
	jour := caisse.Clock().Jour()
	for i := range gels {
		g := &gels[i]
		fmt.Fprintf(s.out, "%s|%s|%s|%s|%s|%s|%s\n", g.Gel.Gel, g.Genre, cmp.Or(g.Nom, g.Objet), g.Par, clock.Texte(g.Le), etatGel(g, jour), g.Motif)
		if g.EnVigueur(jour) {
			fmt.Fprintf(s.out, "  jusqu'au %s : %s retenus, %s, %s\n", g.Jusque.EnLettres(), g.Brut.Euros(), libelle.Jours(g.Jours), libelle.Compte(g.Personnes, "personne", "personnes"))
		}
	}
	return nil
}

func etatGel(g *app.GelVu, jour v.Jour) string {
	switch {
	case g.Leve != nil:
		return "levé par " + g.Leve.Par
	case g.AConfirmer():
		return "à confirmer"
	case g.EnVigueur(jour):
		return "en vigueur"
	case g.Genre == decision.GelLot:
		return "lot rendu à proposer"
	}
	return "échu"
}
