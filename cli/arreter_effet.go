package cli

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"accord/app"
	"accord/decision"
	"accord/libelle"
	v "accord/valeur"

	"github.com/spf13/pflag"
)

// gesteSimule is how a gesture on a stop is only shown.
type gesteSimule struct{ simuler, tous bool }

func (x *gesteSimule) options(fs *pflag.FlagSet) {
	fs.BoolVar(&x.simuler, "simuler", false, "dit ce que l'arrêt, sa confirmation ou sa levée changerait, sans le faire")
	fs.BoolVar(&x.tous, "tous", false, fmt.Sprintf("avec --simuler, regarde tout le monde et non les %d premières personnes, et les montre toutes", app.PersonnesPrevues))
}

const tenuesMontrees = 20

// montrer says what a gesture would change.
func (x *gesteSimule) montrer(s *session, caisse *app.Caisse, g decision.GesteGel) error {
	limite, nombre := app.PersonnesPrevues, tenuesMontrees
	if x.tous {
		limite, nombre = 0, 0
	}
	e, err := caisse.SimulerGel(s.ctx, g, limite)
	if err != nil {
		return err
	}
	return ecrireEffetGel(s.out, e, nombre)
}

// ecrireEffetGel says what a gesture on a stop would change, and of whom; nombre lines of
// each list, all of them when it is zero.
func ecrireEffetGel(w io.Writer, e *app.EffetGel, nombre int) error {
	quoi := libelle.GenreGel(e.Genre) + " " + cmp.Or(e.Nom, e.Objet)
	switch {
	case e.SansEffet:
		_, err := fmt.Fprintf(w, "Si l'arrêt était abandonné (%s) : rien ne change, personne ne l'avait confirmé.\n", quoi)
		return err
	case e.Geste == decision.Reprendre:
		fmt.Fprintf(w, "Si l'arrêt était levé (%s) :\n", quoi)
	case e.Geste == decision.ConfirmerArret:
		fmt.Fprintf(w, "Si l'arrêt était confirmé (%s) :\n", quoi)
	default:
		fmt.Fprintf(w, "Si l'arrêt était fait (%s) :\n", quoi)
	}
	ecrireTenus(w, e, nombre)
	ecrireAnnules(w, e, nombre)
	fmt.Fprintf(w, "  La prochaine journée %s.\n", libelle.Paierait(e.Paye))
	for _, a := range e.Attend {
		motif := libelle.Cause(string(a.Motif))
		if a.Gel != "" {
			motif = "retenu aussi par l'arrêt " + a.Gel
		}
		fmt.Fprintf(w, "    reste en attente : %s, %s, %s\n", motif, libelle.Jours(a.Jours), a.Brut.Euros())
	}
	ecrireRegardes(w, e)
	if e.Geste == decision.Arreter && e.ADeux {
		fmt.Fprintln(w, "Fait, il serait sans effet jusqu'à ce qu'une autre personne le confirme.")
	}
	_, err := fmt.Fprintln(w, "Rien n'a été fait.")
	return err
}

func ecrireTenus(w io.Writer, e *app.EffetGel, nombre int) {
	if e.Genre == decision.GelLot {
		return // it holds nothing: its orders return to be proposed
	}
	verbe := "Serait retenu"
	if e.Geste == decision.Reprendre {
		verbe = "Ne serait plus retenu"
	}
	if e.Tenus.Personnes == 0 {
		fmt.Fprintf(w, "  %s : rien, aujourd'hui.\n", verbe)
		return
	}
	fmt.Fprintf(w, "  %s : %s brut, %s (%s), %s.\n", verbe, e.Tenus.Brut.Euros(), libelle.Jours(e.Tenus.Jours), e.Periode, libelle.Compte(e.Tenus.Personnes, "personne", "personnes"))
	for _, p := range e.Personnes[:montres(len(e.Personnes), nombre)] {
		fmt.Fprintf(w, "    %s, %s : %s, %s (%s)\n", p.Nom, p.Dossier, p.Brut.Euros(), libelle.Jours(p.Jours), direPeriodes(p.Periodes))
	}
	ecrireReste(w, len(e.Personnes), nombre)
}

func ecrireAnnules(w io.Writer, e *app.EffetGel, nombre int) {
	if len(e.Annules) == 0 {
		return
	}
	var brut, net v.Centimes
	for i := range e.Annules {
		brut, net = brut+e.Annules[i].Brut, net+e.Annules[i].Net
	}
	fmt.Fprintf(w, "  Serait annulé : %s, de %s brut (%s net), pas encore à la banque ; ce qui était payé redevient dû.\n",
		libelle.Compte(len(e.Annules), "paiement", "paiements"), brut.Euros(), net.Euros())
	for _, o := range e.Annules[:montres(len(e.Annules), nombre)] {
		fmt.Fprintf(w, "    %s, %s, %s : %s, %s, %s\n", o.ID, cmp.Or(o.Nom, o.Personne), o.Dossier, o.Brut.Euros(), libelle.Jours(o.Jours), libelle.EtatOrdre(o.Etat))
	}
	ecrireReste(w, len(e.Annules), nombre)
}

// ecrireRegardes says what was not counted.
func ecrireRegardes(w io.Writer, e *app.EffetGel) {
	if reste := libelle.PasRegarde(e.Laisses, e.OrdresLaisses); reste != "" {
		fmt.Fprintf(w, "  Ce compte est partiel : il porte sur %s. Il reste %s, et le vrai chiffre peut être plus grand («--tous» compte tout).\n", libelle.Compte(e.Examines, "personne", "personnes"), reste)
	} else {
		fmt.Fprintf(w, "  Compté sur %s : personne d'autre n'est touché.\n", libelle.Compte(e.Examines, "personne", "personnes"))
	}
	for _, x := range e.Empeches {
		fmt.Fprintf(w, "  Pas compté : %s\n", x.Error())
	}
}

// direPeriodes lists the first and last days of runs.
func direPeriodes(ps []v.Periode) string {
	textes := make([]string, len(ps))
	for i, p := range ps {
		textes[i] = p.String()
	}
	return strings.Join(textes, ", ")
}

// montres is how many of n lines are shown.
func montres(n, nombre int) int {
	if nombre == 0 {
		return n
	}
	return min(n, nombre)
}

func ecrireReste(w io.Writer, n, nombre int) {
	if reste := n - montres(n, nombre); reste > 0 {
		fmt.Fprintf(w, "    et %s («--tous» montre tout)\n", libelle.Compte(reste, "autre", "autres"))
	}
}
