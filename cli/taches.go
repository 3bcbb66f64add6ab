package cli

import (
	"fmt"
	"io"

	"accord/app"
	"accord/libelle"
	"accord/suivi"
	v "accord/valeur"
)

// ecrireTaches says what someone must do on a dossier, and what was done.
func ecrireTaches(w io.Writer, ts []suivi.Tache, nom func(string) string, jour v.Jour) {
	ouvertes := suivi.Ouvertes(ts)
	if len(ouvertes) > 0 {
		fmt.Fprintln(w, "  Tâches")
	}
	for i := range ouvertes {
		t := &ouvertes[i]
		fmt.Fprintf(w, "    %s, %s, depuis le %s%s. %s\n", libelle.Tache(t.Genre), libelle.ActeurA(t.Acteur, nom(t.Acteur)), t.Depuis.Francais(), avant(t.Echeance, jour), t.Phrase)
		for _, a := range t.Appels {
			fmt.Fprintf(w, "      %s, %s : %s (acte %s)\n", a.Le.Francais(), a.Par, a.Motif, a.Acte)
		}
	}
	if len(ouvertes) < len(ts) {
		fmt.Fprintln(w, "  Tâches faites")
	}
	for i := len(ouvertes); i < len(ts); i++ {
		t := &ts[i]
		fmt.Fprintf(w, "    %s du %s ; le %s, %s : %s\n", libelle.Tache(t.Genre), t.Depuis.Francais(), t.FaiteLe.Francais(), t.FaitePar, t.Suite)
	}
}

// ecrireNotifiees lists the decisions whose letter left, and until when they may be contested.
func ecrireNotifiees(w io.Writer, ns []suivi.Notifiee) {
	for i := range ns {
		n := &ns[i]
		depuis, fin := n.DelaiRecours()
		recue := "tenue pour reçue le "
		if n.RecueLe != 0 {
			recue = "reçue le "
		}
		fmt.Fprintf(w, "  Décision du %s, lettre partie le %s, %s%s : elle se conteste jusqu'au %s (signature %s)\n", n.DecideeLe.Francais(), n.PartieLe.Francais(), recue, depuis.Francais(), fin.Francais(), n.Signature)
	}
}

// avant says a deadline; nothing when there is none.
func avant(echeance, jour v.Jour) string {
	if echeance == 0 {
		return ""
	}
	return ", avant le " + echeance.Francais() + " (" + libelle.Delai(echeance, jour) + ")"
}

// ecrirePrejudice says the harm of a dossier, and what raises it.
func ecrirePrejudice(w io.Writer, e *app.Etape, jour v.Jour) {
	if p := e.Prejudice(jour); p > 0 || e.Priorite.Socle > 0 {
		fmt.Fprintf(w, "  Préjudice : %s%s.\n", libelle.Prejudice(p), relever(e.Priorite))
	}
}

// relever says what a signal adds; nothing when nothing was signalled.
func relever(p suivi.Priorite) string {
	if p.Pourcent == 100 && p.Socle == 0 {
		return ""
	}
	return " ; une situation urgente le multiplie par " + libelle.Decimal(v.Centimes(p.Pourcent).String()) + " et y ajoute " + libelle.Prejudice(p.Socle)
}
