package calcul

import (
	"io"

	"accord/droit"

	"github.com/go-json-experiment/json/jsontext"
)

// Write writes a result for reading: indented, ended by a newline.
func Write(w io.Writer, cas *droit.Cas, res *droit.Resultat, p Presentation) error {
	b := Append(nil, cas, res, p)
	b, err := jsontext.AppendFormat(nil, b, jsontext.WithIndent(" "))
	if err != nil {
		return err
	}
	_, err = w.Write(append(b, '\n'))
	return err
}

// Append appends a result to dst, as one compact JSON object without a final
// newline. The same result gives the same bytes. Keys follow the order of the
// contract; what is not known is null; `jours` and `explication` are absent
// when the presentation does not ask for them.
func Append(dst []byte, cas *droit.Cas, res *droit.Resultat, p Presentation) []byte {
	e := ecrivain{sortie{dst}, cas}
	e.ouvrir('{')
	e.cle("schema")
	e.texte(VersionResultat)
	e.cle("id")
	e.texte(cas.ID)
	e.liste("droits")
	for i := range res.Droits {
		e.droit(&res.Droits[i])
	}
	e.fermer(']')
	e.liste("bases")
	for i := range res.Bases {
		e.base(&res.Bases[i])
	}
	e.fermer(']')
	if p.Jours {
		e.liste("jours")
		for i := range res.Jours {
			e.jourCalcule(&res.Jours[i])
		}
		e.fermer(']')
	}
	e.liste("periodes")
	for i := range res.Periodes {
		e.periode(&res.Periodes[i])
	}
	e.fermer(']')
	e.liste("forfaits")
	for i := range res.Forfaits {
		e.forfait(&res.Forfaits[i])
	}
	e.fermer(']')
	e.liste("differences")
	for i := range res.Differences {
		e.difference(&res.Differences[i])
	}
	e.fermer(']')
	e.certain(&res.Certain)
	e.liste("manques")
	for i := range res.Manques {
		e.manque(&res.Manques[i])
	}
	e.fermer(']')
	e.liste("avis")
	for i := range res.Avis {
		e.avis(&res.Avis[i])
	}
	e.fermer(']')
	if p.Explication {
		e.liste("explication")
		for i := range res.Explication {
			e.etape(&res.Explication[i])
		}
		e.fermer(']')
	}
	e.fermer('}')
	return e.b
}

// ecrivain writes one result of one case.
type ecrivain struct {
	sortie
	cas *droit.Cas
}

// liste opens an array; objet opens an element of it.
func (e *ecrivain) liste(cle string) {
	e.cle(cle)
	e.ouvrir('[')
}

func (e *ecrivain) objet() {
	e.element()
	e.ouvrir('{')
}

// arret and activite name by id what the result names by rank.
func (e *ecrivain) arret(i int) {
	e.cle("arret")
	if i < 0 || i >= len(e.cas.Arrets) {
		e.nul()
		return
	}
	e.texte(e.cas.Arrets[i].ID)
}

func (e *ecrivain) activite(i int) {
	e.cle("activite")
	e.idActivite(i)
}

func (e *ecrivain) idActivite(i int) {
	if i < 0 || i >= len(e.cas.Activites) {
		e.nul()
		return
	}
	e.texte(e.cas.Activites[i].ID)
}

func (e *ecrivain) droit(d *droit.Droit) {
	e.objet()
	e.arret(d.Arret)
	e.activite(d.Activite)
	e.cle("ouvert")
	e.booleen(d.Ouvert)
	e.cle("regle")
	e.texteOuNul(string(d.Regle))
	e.cle("voie")
	e.texteOuNul(d.Voie)
	e.cle("apres_6_mois")
	e.booleenOuNul(d.Apres6Mois)
	e.cle("dernier_jour")
	e.jour(d.DernierJour)
	e.cle("fenetres")
	e.fenetres(&d.Fenetres)
	e.cle("seuils")
	e.ouvrir('{')
	e.cle("smic")
	e.montantOuNul(d.Smic)
	e.cle("salaire_6_mois")
	e.montantOuNul(d.Salaire6Mois)
	e.cle("salaire_12_mois")
	e.montantOuNul(d.Salaire12Mois)
	e.fermer('}')
	e.cle("retenu")
	e.ouvrir('{')
	e.cle("heures")
	e.montantOuNul(d.HeuresRetenues)
	e.cle("salaire")
	e.montantOuNul(d.SalaireRetenu)
	e.fermer('}')
	e.fermer('}')
}

func (e *ecrivain) fenetres(f *droit.Fenetres) {
	e.ouvrir('{')
	e.cle("mois_3")
	e.paire(f.Mois3)
	e.cle("jours_90")
	e.paire(f.Jours90)
	e.cle("mois_6")
	e.paire(f.Mois6)
	e.cle("mois_12")
	e.paire(f.Mois12)
	e.cle("jours_365")
	e.paire(f.Jours365)
	e.fermer('}')
}

func (e *ecrivain) jourCalcule(j *droit.JourCalcule) {
	e.objet()
	e.cle("date")
	e.jour(j.Date)
	e.arret(j.Arret)
	e.activite(j.Activite)
	e.cle("risque")
	e.texteOuNul(string(j.Risque))
	e.cle("etat")
	e.texte(string(j.Etat))
	e.cle("ij")
	e.montant(j.IJ)
	e.cle("beneficiaire")
	e.texteOuNul(string(j.Beneficiaire))
	e.cle("regle")
	e.texteOuNul(string(j.Regle))
	e.fermer('}')
}
