package piece

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"accord/dossier"
	"accord/droit"
	v "accord/valeur"
)

var (
	clesAssure      = simples("nir", "nom_naissance", "nom_usage", "prenoms", "naissance")
	clesEmployeur   = simples("siret", "nom")
	clesSubrogation = simples("du", "au", "iban", "bic", "siret")
	clesReprise     = simples("le", "motif")
)

// assure reads who the document is about. The NIR itself goes to the piece,
// read by [nirDe]; here it is checked.
func (o objet) assure() dossier.Identite {
	a, ok := o.sous("assure", obligatoire)
	if !ok {
		return dossier.Identite{}
	}
	a.nir("nir")
	return dossier.Identite{
		NomNaissance: a.texte("nom_naissance", obligatoire),
		NomUsage:     a.texte("nom_usage", facultatif),
		Prenoms:      a.texte("prenoms", obligatoire),
		Naissance:    a.jour("naissance", facultatif),
	}
}

// nir checks a NIR. The number is never quoted: sentences travel.
func (o objet) nir(nom string) {
	const attendu = "un NIR de 13 caractères, ou de 15 avec sa clé, sans espace"
	s, ok := o.chaine(nom, obligatoire, attendu)
	if !ok {
		return
	}
	n, err := lireNIR(s)
	switch {
	case errors.Is(err, v.ErrCleNIR):
		o.refuser(nom, "la clé "+s[13:], "la clé "+fmt.Sprintf("%02d", cleNIR(s)),
			fmt.Sprintf("clé du NIR fausse: %s lue, %02d calculée", s[13:], cleNIR(s)))
	case err != nil || n == "":
		o.refuser(nom, strconv.Itoa(utf8.RuneCountInString(s))+" caractères", attendu, "ce n'est pas un NIR; attendu: "+attendu)
	}
}

func cleNIR(s string) int { return v.NIR(s[:13]).Cle() }

// lireNIR is stricter than [v.ParseNIR]: a document is written by a program.
func lireNIR(s string) (v.NIR, error) {
	if strings.ContainsRune(s, ' ') || s != strings.ToUpper(s) {
		return "", v.ErrNIR
	}
	return v.ParseNIR(s)
}

// nirDe returns the NIR of a document, even of one that cannot be taken: it
// tells to whom it belongs.
func nirDe(racine *noeud) v.NIR {
	if a := racine.membre("assure"); a != nil {
		if n := a.membre("nir"); n != nil && n.genre == '"' {
			nir, _ := lireNIR(n.texte)
			return nir
		}
	}
	return ""
}

const attenduSIRET = "un SIRET de 14 chiffres à la clé juste"

func (o objet) siret(nom string) v.SIRET {
	s, ok := o.chaine(nom, obligatoire, attenduSIRET)
	if !ok {
		return ""
	}
	n, err := v.ParseSIRET(s)
	if err != nil {
		o.refuser(nom, cite(s), attenduSIRET, cite(s)+" "+v.ErrSIRET.Error())
	}
	return n
}

// siretIndicatif reads a SIRET that the document can do without: a wrong one
// is signalled and left out.
func (o objet) siretIndicatif(nom string) v.SIRET {
	s, ok := o.chaine(nom, facultatif, attenduSIRET)
	if !ok {
		return ""
	}
	n, err := v.ParseSIRET(s)
	if err != nil {
		o.signaler(nom, cite(s), attenduSIRET, cite(s)+" "+v.ErrSIRET.Error()+"; le document est retenu sans lui")
	}
	return n
}

const attenduIBAN = "un IBAN de la zone SEPA, en majuscules et sans espace"

// lireIBAN reads an account and returns, when it is wrong, what to say of it
// without showing it.
func (o objet) lireIBAN(nom string, p presence) (iban v.IBAN, trouve string) {
	s, ok := o.chaine(nom, p, attenduIBAN)
	if !ok {
		return "", ""
	}
	iban, err := v.ParseIBAN(s)
	if err == nil && iban.Clair() == s {
		return iban, ""
	}
	if masque := v.IBAN(s).String(); masque != "" {
		return "", cite(masque)
	}
	return "", fmt.Sprintf("un texte de %d caractères", utf8.RuneCountInString(s))
}

var formeBIC = regexp.MustCompile(`^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$`)

// bic reads a BIC; the IBAN is enough to pay in the SEPA area, so a wrong one
// is signalled and left out.
func (o objet) bic(nom string) string {
	const attendu = "un BIC de 8 ou 11 caractères"
	s, ok := o.chaine(nom, facultatif, attendu)
	if ok && !formeBIC.MatchString(s) {
		o.signaler(nom, cite(s), attendu, cite(s)+" n'est pas un BIC; le compte est retenu sans lui")
		return ""
	}
	return s
}

// subrogation reads the claim of the employer. Without a right account it is
// kept, and it pays nobody until one is given.
func (o objet) subrogation() *dossier.SubrogationDeclaree {
	s, ok := o.sous("subrogation", facultatif)
	if !ok {
		return nil
	}
	r := &dossier.SubrogationDeclaree{Periode: s.periode("du", "au", facultatif)}
	var faux string
	if r.IBAN, faux = s.lireIBAN("iban", facultatif); r.IBAN.IsZero() {
		trouve, phrase := "rien", "compte absent"
		if faux != "" {
			trouve, phrase = faux, faux+" "+v.ErrIBAN.Error()
		}
		s.signaler("iban", trouve, attenduIBAN, phrase+"; la subrogation est retenue sans compte")
	}
	r.BIC = s.bic("bic")
	r.SIRET = s.siretIndicatif("siret")
	return r
}

func (o objet) reprise() *droit.Reprise {
	r, ok := o.sous("reprise", facultatif)
	if !ok {
		return nil
	}
	return &droit.Reprise{
		Le:    r.jour("le", obligatoire),
		Motif: droit.MotifReprise(r.mot("motif", "motif_reprise", obligatoire)),
	}
}
