package retour

import (
	"encoding/json"
	"fmt"
	"strings"

	"accord/dossier"
	"accord/droit"
	"accord/libelle"
	"accord/registre"
	v "accord/valeur"
)

// JSON writes the sheet as documented by its schema.
func (f *Feuille) JSON() ([]byte, error) {
	b, err := json.MarshalIndent(f, "", " ")
	if err != nil {
		return nil, fmt.Errorf("feuille de retour : %w", err)
	}
	return append(b, '\n'), nil
}

// Texte writes the sheet for whoever reads it, in French.
func (f *Feuille) Texte() string {
	var b strings.Builder
	ligne := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	ligne("%s\nFeuille de retour à PROGRES (%s), établie le %s", f.Caisse, f.Schema, f.EtablieLe.EnLettres())
	ligne("\nDossier %s, %s, arrêt %s", f.Dossier, libelle.Risque(droit.Risque(f.Risque)), f.Arret.dire())
	a := &f.Assure
	nom := a.Nom
	if a.NomUsage != "" && a.NomUsage != a.Nom {
		nom = a.NomUsage + " (née ou né " + a.Nom + ")"
	}
	ligne("%s %s, NIR %s, né(e) le %s", nom, a.Prenoms, a.NIR, a.Naissance.Francais())
	ligne("Compte de l'assuré : %s", a.Compte.dire())
	if x := f.Rendu; x != nil {
		ligne("\nRendu à PROGRES à partir du %s, par %s le %s (acte %s) : %s", x.Depuis.EnLettres(), x.Par, x.Le.EnLettres(), x.Acte, x.Motif)
	} else {
		ligne("\nCe dossier n'est pas rendu à PROGRES.")
	}
	ligne("Où il en est : %s", f.Suite)
	f.direDroits(ligne)
	f.direJours(ligne)
	f.direPaye(ligne)
	f.direReste(ligne)
	return b.String()
}

func (p Periode) dire() string { return v.P(p.Du, p.Au).String() }

func (c Compte) dire() string {
	if c.IBAN == "" {
		return "aucun"
	}
	return strings.TrimSpace(c.IBAN + " " + c.BIC + " " + c.Titulaire)
}

func (f *Feuille) direDroits(ligne func(string, ...any)) {
	ligne("\nArrêts prescrits")
	for _, a := range f.Arrets {
		mots := libelle.Nature(droit.NatureArret(a.Nature))
		if a.TempsPartiel {
			mots += ", temps partiel"
		}
		if a.DernierJour != 0 {
			mots += ", dernier jour travaillé le " + a.DernierJour.Francais()
		}
		ligne("  %s : %s", a.dire(), mots)
	}
	ligne("\nDroits et base")
	for _, d := range f.Droits {
		mots := "ouverts"
		if !d.Ouvert {
			mots = "non ouverts"
		}
		if d.DernierJour != 0 {
			mots += ", jusqu'au " + d.DernierJour.Francais()
		}
		ligne("  %s : droits %s (%s)", d.Activite, mots, d.Regle)
	}
	for _, x := range f.Bases {
		mots := x.IJ.Euros()
		if x.IJ2 != nil {
			mots += ", puis " + x.IJ2.Euros()
		}
		ligne("  Gain journalier %s €, indemnité journalière %s", strings.Replace(x.GainJournalier, ".", ",", 1), mots)
	}
	if len(f.Droits)+len(f.Bases) == 0 {
		ligne("  Rien n'est établi : voyez les questions ouvertes.")
	}
	c := &f.Compteurs
	ligne("\nJours écoulés au %s", (f.EtablieLe - 1).Francais())
	ligne("  Carence : %d ; indemnisés par la loi : %d, dont payés ici : %d, réglés par PROGRES : %d", c.Carence, c.Indemnise, c.Ici, c.Progres)
	ligne("  À payer par PROGRES, pas vus payés : %d ; indemnisés depuis trois ans, tous dossiers connus ici : %d", c.Reste, c.TroisAns)
}

func (f *Feuille) direJours(ligne func(string, ...any)) {
	for _, a := range f.Activites {
		ligne("\nActivité %s, SIRET %s, contrat %s", a.Nom, libelle.SIRET(v.SIRET(a.SIRET)), a.Contrat)
		if a.Compte.IBAN != "" {
			ligne("  Compte de l'employeur : %s", a.Compte.dire())
		}
		if p := a.Dernier; p != nil {
			ligne("  Dernier jour payé ici : le %s, %s, par le virement %s du %s", p.Au.Francais(), aQui(p.Destinataire), p.Reference, p.Le.Francais())
		} else {
			ligne("  Aucun jour n'a été payé ici")
		}
		for _, j := range a.Jours {
			mots := j.Situation
			if j.IJ > 0 {
				mots += ", " + j.IJ.Euros() + " par jour"
			}
			if j.Destinataire != "" {
				mots += ", " + aQui(j.Destinataire)
			}
			if j.PayeIci != 0 && j.Reste > 0 {
				mots += ", payé ici " + j.PayeIci.Euros()
			}
			if j.Reste > 0 {
				mots += ", reste " + j.Reste.Euros() + " par jour"
			}
			ligne("  %s : %s (%s)", j.dire(), mots, j.Regle)
		}
	}
}

func aQui(destinataire string) string {
	if registre.Destinataire(destinataire) == registre.Assure {
		return "à l'assuré"
	}
	return "à l'employeur"
}

func (f *Feuille) direPaye(ligne func(string, ...any)) {
	ligne("\nPayé ici")
	for _, p := range f.Payes {
		ligne("  %s, %s %s : %s, brut %s, net %s", p.Le.Francais(), p.Reference, aQui(p.Destinataire), p.dire(), p.Brut.Euros(), p.Net.Euros())
	}
	if len(f.Payes) == 0 {
		ligne("  Rien")
	}
	if f.TropVerse > 0 {
		ligne("  De ce qui est payé ici, %s brut l'est de trop : cela reste l'affaire de la caisse, PROGRES n'en retient rien.", f.TropVerse.Euros())
	}
}

func (f *Feuille) direReste(ligne func(string, ...any)) {
	ligne("\nQuestions ouvertes")
	for _, q := range f.Questions {
		ligne("  À demander à %s, pour les jours %s : %s", q.De, q.Pour.dire(), q.Phrase)
	}
	if len(f.Questions) == 0 {
		ligne("  Aucune")
	}
	ligne("\nComment c'est calculé")
	for i, p := range f.Calcul {
		ligne("  %d. %s", i+1, p)
	}
	ligne("\nPièces reçues")
	for _, p := range f.Pieces {
		ligne("  %s : %s %s (%s)", p.RecueLe.Francais(), libelle.Piece(dossier.Genre(p.Genre)), p.Fichier, p.Numero[:min(12, len(p.Numero))])
	}
}
