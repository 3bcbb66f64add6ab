package cli

import (
	"fmt"
	"io"
	"strings"

	"accord/app"
	"accord/dossier"
	"accord/libelle"
	v "accord/valeur"

	"github.com/spf13/pflag"
)

var cmdAgir = commande{
	nom: "agir", arguments: "DOSSIER ACTE", resume: "fait un acte sur un dossier, ou dit ce qu'il changerait",
	aide: `
Fait un acte sur un dossier : forcer un salaire, un droit, un jour, une indemnité, une carence, un
destinataire ou un dernier jour travaillé ; retenir ou libérer des jours ; lever une réduction ; compenser
ce qui a été versé de trop, y renoncer, ou dire que l'indu a été notifié et reçu ; payer à qui de droit
des jours payés à un autre ; avancer ce qui est certain ; rendre le dossier à PROGRES, dire ce que PROGRES
a payé ou quelle pièce lui est transmise, reprendre le dossier ;
confier, demander un avis, promettre, noter, joindre, répondre, décider de la remise d'un indu, dire quelle
pièce répare ce qu'un contrôle a trouvé ; retirer un acte, ou confirmer celui d'un autre. Chaque acte a un
auteur et un motif ; les calculs suivants le gardent jusqu'à ce qu'il soit retiré. Au-delà de ce que son
rôle permet seul, il attend la confirmation d'une autre personne.

«--simuler» dit ce que l'acte changerait, en jours et en euros, sans rien changer.

  accord agir 123-20261104 forcer_jour --valeur payer --du 2026-11-10 --au 2026-11-12 \
    --par 'Anne Lebrun' --role technicien --motif 'bulletin d'hospitalisation reçu'`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		var a acteSaisi
		a.options(fs)
		return func(s *session, args []string) error {
			if len(args) != 2 {
				return usage("agir : donnez un dossier et un acte ; «accord aide agir» les liste")
			}
			acte, err := a.lire(dossier.NatureIntervention(args[1]))
			if err != nil {
				return err
			}
			caisse, fermer, err := o.ouvrir(s)
			if err != nil {
				return err
			}
			defer fermer()
			if err := a.prouverPour(s, caisse, &acte); err != nil {
				return err
			}
			if a.simuler {
				e, err := caisse.Simuler(s.ctx, args[0], acte)
				if err != nil {
					return err
				}
				return ecrireEffet(s.out, e, "Si l'acte était fait")
			}
			fait, e, err := caisse.Agir(s.ctx, args[0], acte)
			return direActe(s.out, fait, e, err)
		}
	},
}

// acteSaisi is an act as typed.
type acteSaisi struct {
	auteur
	motif, du, au, ligne, valeur, montant, heures, date, acteur, echeance, objet string
	simuler                                                                      bool
}

func (a *acteSaisi) options(fs *pflag.FlagSet) {
	a.auteur.options(fs, "accueil, technicien, cadre, directeur, comptable, medecin_conseil ou partenaire")
	fs.StringVar(&a.motif, "motif", "", "ce qui a été vu, et pourquoi")
	fs.StringVar(&a.du, "du", "", "premier jour sur lequel l'acte porte")
	fs.StringVar(&a.au, "au", "", "dernier jour ; sans lui, l'acte porte sur tous les jours qui suivent")
	fs.StringVar(&a.ligne, "ligne", "", "activité concernée (toutes, par défaut)")
	fs.StringVar(&a.valeur, "valeur", "", "ce qui est décidé : payer, refuser, ouvert, assure, employeur… ; la pièce renvoyée que celle qui est jointe remplace, ou celle qui répare")
	fs.StringVar(&a.montant, "montant", "", "montant en euros, «32.87»")
	fs.StringVar(&a.heures, "heures", "", "heures d'un salaire forcé, «151.67»")
	fs.StringVar(&a.date, "date-acte", "", "la date de l'acte : dernier jour travaillé qui est forcé, jour où une notification a été reçue, dernier jour que PROGRES a payé")
	fs.StringVar(&a.acteur, "acteur", "", "à qui l'acte s'adresse")
	fs.StringVar(&a.echeance, "echeance", "", "jusqu'à quand : retenue, avis, promesse")
	fs.StringVar(&a.objet, "objet", "", "l'acte ou la pièce dont il s'agit")
	fs.BoolVar(&a.simuler, "simuler", false, "dit ce que l'acte changerait, sans le faire")
}

func (a *acteSaisi) lire(nature dossier.NatureIntervention) (dossier.Intervention, error) {
	x := dossier.Intervention{Nature: nature, Motif: a.motif, Ligne: a.ligne, Valeur: a.valeur, Acteur: a.acteur, Objet: a.objet}
	for _, d := range []struct {
		texte, option string
		jour          *v.Jour
	}{{a.du, "du", &x.Periode.Du}, {a.au, "au", &x.Periode.Au}, {a.date, "date-acte", &x.Date}, {a.echeance, "echeance", &x.Echeance}} {
		if d.texte == "" {
			continue
		}
		j, err := v.ParseJour(d.texte)
		if err != nil {
			return x, usage("agir : --%s «%s» n'est pas une date (AAAA-MM-JJ)", d.option, d.texte)
		}
		*d.jour = j
	}
	var err error
	if a.montant != "" {
		if x.Montant, err = v.ParseCentimes(a.montant); err != nil {
			return x, usage("agir : --montant «%s» n'est pas un montant (comme 32.87)", a.montant)
		}
	}
	if a.heures != "" {
		if x.Heures, err = v.ParseCentimes(a.heures); err != nil {
			return x, usage("agir : --heures «%s» n'est pas un nombre d'heures (comme 151.67)", a.heures)
		}
	}
	return x, nil
}

// prouverPour writes on an act who does it.
func (a *auteur) prouverPour(s *session, caisse *app.Caisse, acte *dossier.Intervention) error {
	qui, role, err := a.prouver(s, caisse)
	acte.Par, acte.Matricule, acte.Role = qui.Nom, qui.Matricule, role
	return err
}

// ecrireEffet says what an act changes.
func ecrireEffet(w io.Writer, e *app.Effet, titre string) error {
	if e.Exterieur {
		if e.Suite == "" {
			_, err := fmt.Fprintln(w, "L'acte est gardé au dossier ; la caisse en donne la suite à la personne.")
			return err
		}
		_, err := fmt.Fprintf(w, "%s Avant le %s.\n", e.Suite, e.Echeance.EnLettres())
		return err
	}
	if len(e.Differe) > 0 {
		fmt.Fprintf(w, "Attention : les deux fiches ne nomment pas la même personne (%s). Vérifiez que c'en est une seule : une autre personne doit le confirmer.\n", strings.Join(e.Differe, " ; "))
	}
	if e.Repris > 0 {
		fmt.Fprintf(w, "%s : %s brut versés de trop sont concernés.\n", titre, e.Repris.Euros())
	}
	if e.Redresse > 0 {
		fmt.Fprintf(w, "%s : %s brut, déjà payés à un autre, sont payés à qui ils reviennent ; ce que l'autre a reçu est un trop-versé, à lui réclamer.\n", titre, e.Redresse.Euros())
	}
	if e.Progres > 0 {
		fmt.Fprintf(w, "%s : %s brut changent de payeur entre la caisse et PROGRES.\n", titre, e.Progres.Euros())
	}
	if e.Annule > 0 {
		fmt.Fprintf(w, "%s : ce qui est préparé et n'est pas parti (%s brut) est annulé ; ses jours qui restent à la caisse sont proposés de nouveau.\n", titre, e.Annule.Euros())
	}
	if e.Repris == 0 && e.Redresse == 0 && len(e.Jours) == 0 && len(e.Etapes) == 0 && e.Paye == 0 {
		_, err := fmt.Fprintln(w, titre+" : aucun jour, aucun paiement.")
		return err
	}
	fmt.Fprintf(w, "%s : %s, %s brut ; le prochain paiement change de %s brut.\n", titre, libelle.Compte(len(e.Jours), "jour", "jours"), libelle.Ecart(e.Ecart), libelle.Ecart(e.Paye))
	for _, x := range e.Suites() {
		fmt.Fprintf(w, "  %s : %s → %s\n", x.Periode, libelle.JourDu(&x.Avant), libelle.JourDu(&x.Apres))
	}
	for _, x := range e.Etapes {
		fmt.Fprintf(w, "  Suite du dossier %s : %s\n", x.Dossier, x.Apres)
	}
	return nil
}
