package cli

import (
	"bufio"
	"fmt"
	"io"

	"accord/app"
	"accord/clock"
	"accord/libelle"
	"accord/registre"
	v "accord/valeur"

	"github.com/spf13/pflag"
)

var cmdDossier = commande{
	nom: "dossier", arguments: "NUMERO|PERSONNE|NIR", resume: "montre un dossier : calendrier, dû, payé, attendu, suite",
	aide: `
Montre un dossier comme une personne voudrait le lire : où il en est, qui doit agir et pour quand,
le calendrier des jours avec leurs raisons, ce qui est dû, payé, attendu et de qui, le calcul pas à
pas, les paiements et les pièces reçues.`,
	options: func(fs *pflag.FlagSet) func(*session, []string) error {
		var o ouverture
		o.options(fs)
		return o.consulter("dossier", func(s *session, _ *app.Caisse, vue *app.Vue) error { return ecrireVue(s.out, vue) })
	},
}

// ecrireVue prints a person's dossiers.
func ecrireVue(sortie io.Writer, vue *app.Vue) error {
	w := bufio.NewWriter(sortie)
	id := &vue.Calcul.Situation.Identite
	fmt.Fprintf(w, "%s %s, NIR %s — personne %s\n", id.NomNaissance, id.Prenoms, vue.NIR, vue.Personne)
	if len(vue.Fiches) > 1 {
		ecrireFiches(w, vue)
	}
	if vue.Essai {
		fmt.Fprintln(w, "Dossier d'essai : montré, jamais payé.")
	}
	if len(vue.Etapes) == 0 {
		fmt.Fprintln(w, "Aucun arrêt connu.")
	}
	for i := range vue.Etapes {
		num := app.NumeroDossier(vue.Personne, &vue.Etapes[i].Chaine)
		if vue.Numero == "" || vue.Numero == num {
			ecrireChaine(w, vue, &vue.Etapes[i], num)
		}
	}
	ecrireEvenements(w, vue.Calcul.Situation)
	ecrireActivites(w, vue)
	ecrireQuestions(w, vue)
	ecrireCalcul(w, vue)
	ecrireDesaccords(w, vue)
	ecrirePaiements(w, vue)
	ecrirePieces(w, vue)
	return w.Flush()
}

func ecrireChaine(w io.Writer, vue *app.Vue, e *app.Etape, num string) {
	fmt.Fprintf(w, "\nDossier %s, arrêt %s\n", num, v.P(e.Chaine.Debut, e.Chaine.Fin))
	fmt.Fprintf(w, "  %s. %s\n", libelle.Etape(e.Genre), e.Phrase)
	if e.Acteur != "" {
		fmt.Fprintf(w, "  Doit agir : %s, depuis le %s%s.\n", libelle.Acteur(e.Acteur, nomActeur(vue, e.Acteur)), e.Depuis.Francais(), avant(e.Echeance, vue.Jour))
	}
	ecrirePrejudice(w, e, vue.Jour)
	ecrireTaches(w, e.Taches, func(a string) string { return nomActeur(vue, a) }, vue.Jour)
	ecrireNotifiees(w, vue.Notifiees(num))
	b := &e.Bilan
	fmt.Fprintf(w, "  Jours écoulés au %s — payés : %d ; à payer : %d ; en attente : %d ; refusés : %d. Brut dû : %s ; versé : %s.\n",
		(vue.Jour - 1).Francais(), b.Payes, b.APayer, b.Attendus, b.Refuses, b.Du.Euros(), b.Verse.Euros())
	for _, a := range vue.Attentes(num) {
		fmt.Fprintf(w, "    Attendent %s : %s, dont %s brut certains.\n", libelle.Responsable(a.Par), libelle.Jours(a.Jours), a.Brut.Euros())
	}
	var dus []registre.Du
	for _, d := range vue.Dus {
		if d.Dossier == num {
			dus = append(dus, d)
		}
	}
	for _, s := range registre.Comprimer(dus) {
		for du := s.Jour; du <= s.Au; {
			a, au := aspect(vue, &s, du), du
			for au < s.Au && aspect(vue, &s, au+1) == a {
				au++
			}
			montant := ""
			if s.IJ > 0 {
				montant = ", " + s.IJ.Euros() + " par jour"
			}
			if s.Reserve > 0 {
				montant += " et " + s.Reserve.Euros() + " réservés"
			}
			fmt.Fprintf(w, "    %-28s %-26s %s%s (%s)\n", v.P(du, au), a.Mot().Mot, libelle.Destinataire(s.Destinataire, ""), montant, s.Regle)
			du = au + 1
		}
	}
}

// aspect says how one day of a run stands: what the law says of it is the same
// all along, what became of its money is not.
func aspect(vue *app.Vue, s *registre.Suite, jour v.Jour) libelle.Aspect {
	du := s.Du
	du.Jour = jour
	return app.AspectDe(vue.Dossier, &du)
}

func nomActeur(vue *app.Vue, acteur string) string {
	return vue.Calcul.Situation.NomDe(registre.Destinataire(acteur).SIRET())
}

func ecrireQuestions(w io.Writer, vue *app.Vue) {
	valeurs := vue.ValeursManquantes()
	if len(vue.Calcul.Questions)+len(valeurs) == 0 {
		return
	}
	fmt.Fprintln(w, "\nCe que la caisse attend")
	for _, m := range valeurs {
		fmt.Fprintf(w, "  À faire par la caisse, jours concernés : %s.\n    %s\n", m.Pour, m.Phrase)
	}
	for i := range vue.Calcul.Questions {
		q := &vue.Calcul.Questions[i]
		fmt.Fprintf(w, "  Attendu %s depuis le %s%s, jours concernés : %s%s.\n    %s\n", libelle.ActeurDe(q.AupresDe, nomActeur(vue, q.AupresDe)),
			q.Depuis.Francais(), avant(vue.Echeance(q), vue.Jour), q.Pour, enjeu(q.Enjeu), q.Phrase)
		if q.ADefaut != "" {
			fmt.Fprintf(w, "    %s\n", q.ADefaut)
		}
	}
}

// enjeu says how much an answer may add; nothing when it adds nothing.
func enjeu(brut v.Centimes) string {
	if brut == 0 {
		return ""
	}
	return " ; jusqu'à " + brut.Euros() + " brut en dépendent"
}

func ecrireCalcul(w io.Writer, vue *app.Vue) {
	r := &vue.Calcul.Resultat
	if len(r.Explication) > 0 {
		fmt.Fprintln(w, "\nComment c'est calculé")
		if avant := libelle.CalculIncomplet(r); avant != "" {
			fmt.Fprintf(w, "  %s\n", avant)
		}
	}
	for i, e := range r.Recit() {
		fmt.Fprintf(w, "  %d. %s (%s, %s)\n", i+1, e.Phrase, e.Article, e.Regle)
	}
	for _, a := range vue.Avis() {
		fmt.Fprintf(w, "  À savoir : %s (%s)\n", a.Phrase, a.Code)
	}
}

// ecrireDesaccords shows both computations of the days on which they differ.
func ecrireDesaccords(w io.Writer, vue *app.Vue) {
	if len(vue.Contre) == 0 {
		return
	}
	fmt.Fprintln(w, "\nDeux calculs indépendants diffèrent : ces jours ne sont pas payés tant qu'un technicien n'a pas comparé")
	for i := range vue.Contre {
		d := &vue.Contre[i]
		fmt.Fprintf(w, "  %s, ligne %s : calcul %s ; contre-calcul %s\n", d.Jour.Francais(), d.Ligne, d.Calcul, d.Contre)
	}
	fmt.Fprintln(w, "  Le contre-calcul a lu :")
	for _, n := range vue.Contre[0].Notes {
		fmt.Fprintf(w, "    %s\n", n)
	}
}

func ecrirePaiements(w io.Writer, vue *app.Vue) {
	if len(vue.Ordres) > 0 {
		fmt.Fprintln(w, "\nPaiements")
	}
	for _, o := range vue.Ordres {
		fmt.Fprintf(w, "  %s, %s à %s (%s) : brut %s, CSG %s, CRDS %s, impôt %s, net %s — %s\n", o.CreeLe.Francais(), o.Reference(),
			libelle.Destinataire(o.Destinataire, ""), o.Compte.IBAN, o.Total.Brut.Euros(), o.Total.CSG.Euros(), o.Total.CRDS.Euros(),
			o.Total.PAS.Euros(), o.Total.Net.Euros(), libelle.EtatOrdre(o.Etat))
		for i := range o.Lignes {
			l := &o.Lignes[i]
			nature := ""
			if l.Correction() {
				nature = " (différence)"
			}
			fmt.Fprintf(w, "    %s, %s%s : %s\n", l.Periode, libelle.Jours(len(l.Jours)), nature, l.Brut.Euros())
		}
	}
}

func ecrirePieces(w io.Writer, vue *app.Vue) {
	if len(vue.Pieces) > 0 {
		fmt.Fprintln(w, "\nPièces reçues")
	}
	for i := range vue.Pieces {
		p := &vue.Pieces[i]
		origine := ", établi par la caisse"
		if p.NomFichier != "" {
			origine = " : " + p.NomFichier + libelle.Lignes(p.Du, p.Au)
		}
		fmt.Fprintf(w, "  %s, %s%s (%.12s)\n", clock.Texte(p.RecuLe), libelle.Piece(p.Genre), origine, p.Empreinte)
	}
}
