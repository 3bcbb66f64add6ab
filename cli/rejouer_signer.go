package cli

import (
	"fmt"
	"slices"

	"accord/app"
	"accord/clock"
	"accord/decision"
	"accord/libelle"
	v "accord/valeur"

	"github.com/spf13/pflag"
)

// signatureRejeu is what is done about a report, as typed.
type signatureRejeu struct {
	gesteSaisi
	signer, appliquer, cohorte string
	etat                       bool
}

func (x *signatureRejeu) options(fs *pflag.FlagSet) {
	x.auteur.options(fs, "cadre, directeur ou comptable")
	fs.StringVar(&x.motif, "motif", "", "ce qui a été vu, et pourquoi")
	fs.StringVar(&x.signer, "signer", "", "signe le rapport de ce nom, tel qu'il vient d'être lu")
	fs.StringVar(&x.appliquer, "appliquer", "", "applique le rapport de ce nom, que deux personnes ont signé")
	fs.StringVar(&x.cohorte, "cohorte", decision.CohorteGagnants, "à qui l'appliquer : gagnants, part:10 (pour cent d'entre eux), risque:maladie, ou personne:NUMERO")
	fs.BoolVar(&x.etat, "etat", false, "dit les rapports signés, par qui, et à qui ils ont été appliqués")
}

func (x *signatureRejeu) agit() bool { return x.signer != "" || x.appliquer != "" }

// faire signs or applies a report, replayed first.
func (x *signatureRejeu) faire(s *session, caisse *app.Caisse) error {
	cohorte, err := decision.LireCohorte(x.cohorte)
	if err != nil {
		return usage("rejouer : --%v", err)
	}
	qui, role, err := x.prouver(s, caisse)
	if err != nil {
		return err
	}
	r, err := caisse.Rejouer(s.ctx, nil, func(int) {})
	if err != nil {
		return err
	}
	if x.appliquer != "" {
		a, err := caisse.AppliquerRejeu(s.ctx, r, x.appliquer, cohorte, qui, role, x.motif)
		if err != nil {
			return err
		}
		return s.direApplication(&a)
	}
	return s.signerRejeu(caisse, r, x, qui, role)
}

func (s *session) signerRejeu(caisse *app.Caisse, r *app.Rejeu, x *signatureRejeu, qui v.Agent, role string) error {
	signe, err := caisse.SignerRejeu(s.ctx, r, x.signer, qui, role, x.motif)
	if err != nil {
		return err
	}
	if signe.Seconde == nil {
		_, err = fmt.Fprintf(s.out, "Rapport %s signé par %s. Rien ne s'applique avant la signature d'une autre personne (accord rejouer --signer %s).\n", signe.Rejeu, signe.Par, signe.Rejeu)
		return err
	}
	_, err = fmt.Fprintf(s.out, "Rapport %s signé par %s et par %s : il peut s'appliquer (accord rejouer --appliquer %s).\n", signe.Rejeu, signe.Par, signe.Seconde.Par, signe.Rejeu)
	return err
}

func (s *session) direApplication(a *app.ApplicationRejeu) error {
	for _, e := range a.Empeches {
		fmt.Fprintln(s.out, e.Error())
		s.statut = statutErreur
	}
	fmt.Fprintf(s.out, "Rapport %s, cohorte %s. Recalculé : %s. La prochaine journée propose ce qui est dû.\n", a.Rejeu, a.Cohorte, libelle.Compte(len(a.Personnes)-len(a.Empeches), "personne", "personnes"))
	if n := len(a.Sorties); n > 0 {
		fmt.Fprintf(s.out, "Pour %s du rapport, plus rien ne change : recalculées depuis pour une autre raison.\n", libelle.Compte(n, "personne", "personnes"))
	}
	_, err := fmt.Fprint(s.out, resteRejeu(a.Restent))
	return err
}

// resteRejeu says to whom a report is still to be applied.
func resteRejeu(restent []decision.LigneRejeu) string {
	perdent := 0
	for i := range restent {
		if restent[i].Perd {
			perdent++
		}
	}
	switch {
	case len(restent) == 0:
		return "Il ne reste personne.\n"
	case perdent == 0:
		return fmt.Sprintf("Il reste %s.\n", libelle.Compte(len(restent), "personne", "personnes"))
	}
	return fmt.Sprintf("Il reste %s, dont %s : une à une, après l'avoir regardée (--cohorte personne:NUMERO).\n", libelle.Compte(len(restent), "personne", "personnes"), libelle.Compte(perdent, "qui perd", "qui perdent"))
}

// direRapport says the name of a report that was just read, and who signed it.
func (s *session) direRapport(caisse *app.Caisse, r *app.Rejeu) error {
	rs, err := caisse.Rejeux(s.ctx)
	if err != nil {
		return err
	}
	suite := fmt.Sprintf("personne ne l'a signé (accord rejouer --signer %s)", r.ID)
	if k := slices.IndexFunc(rs, func(x decision.Rejeu) bool { return x.Rejeu == r.ID }); k >= 0 {
		suite = "signé par " + rs[k].Par + ", attend la signature d'une autre personne"
		if rs[k].Seconde != nil {
			suite = "signé par " + rs[k].Par + " et par " + rs[k].Seconde.Par
		}
	}
	_, err = fmt.Fprintf(s.out, "\nRapport %s : %s.\n", r.ID, suite)
	return err
}

// listerRejeux says what was signed, and to whom it was applied.
func (s *session) listerRejeux(caisse *app.Caisse) error {
	rs, err := caisse.Rejeux(s.ctx)
	if err == nil && len(rs) == 0 {
		_, err = fmt.Fprintln(s.out, "Aucun rapport de rejeu n'a été signé.")
	}
	for i := range rs {
		s.direRejeu(&rs[i])
	}
	return err
}

func (s *session) direRejeu(r *decision.Rejeu) {
	var gain, perte v.Centimes
	var restent []decision.LigneRejeu
	for i := range r.Lignes {
		l := &r.Lignes[i]
		gain, perte = gain+l.Gain, perte+l.Perte
		if !r.Applique(l.Personne) {
			restent = append(restent, *l)
		}
	}
	fmt.Fprintf(s.out, "Rapport %s, règles %s : %s, +%s, −%s brut\n", r.Rejeu, r.Regles, libelle.Compte(len(r.Lignes), "personne", "personnes"), gain.Euros(), perte.Euros())
	ligne := func(quoi string, g *decision.GesteRejeu) {
		fmt.Fprintf(s.out, "  %s par %s (%s), %s : %s\n", quoi, g.Par, libelle.Role(g.Role), clock.Texte(g.Le), g.Motif)
	}
	ligne("signé", &r.GesteRejeu)
	if r.Seconde == nil {
		fmt.Fprintln(s.out, "  attend la signature d'une autre personne")
		return
	}
	ligne("signé aussi", r.Seconde)
	for i := range r.Applications {
		g := &r.Applications[i]
		ligne("appliqué à "+g.Cohorte+", "+libelle.Compte(len(g.Personnes), "personne", "personnes")+",", g)
	}
	fmt.Fprint(s.out, "  "+resteRejeu(restent))
}
