package exemples

import (
	"fmt"
	"hash/crc32"
	"reflect"
	"testing"

	"accord/dossier"
	"accord/droit"
	"accord/droit/prestations"
	"accord/format/calcul"
	"accord/parametre"
	v "accord/valeur"
)

// oublis lists the data of a case that may not be known, one at a time: a pay,
// its amount or its hours, a loss, an income, a wage kept, an answer.
func oublis(x reflect.Value, ou []int, ps *[]pas) {
	ici := append([]int(nil), ou...)
	switch x.Interface().(type) {
	case v.Option[v.Centimes], v.Option[bool]:
		*ps = append(*ps, pas{ici, reflect.Value.SetZero})
		return
	case []droit.Salaire, []droit.PerteTPT, []droit.Revenu:
		for i := range x.Len() {
			*ps = append(*ps, pas{ici, func(y reflect.Value) {
				y.Set(reflect.AppendSlice(y.Slice3(0, i, i), y.Slice(i+1, y.Len())))
			}})
		}
	}
	switch x.Kind() {
	case reflect.Struct:
		for i := range x.NumField() {
			if x.Type().Field(i).IsExported() {
				oublis(x.Field(i), append(ici, i), ps)
			}
		}
	case reflect.Slice:
		for i := range x.Len() {
			oublis(x.Index(i), append(ici, i), ps)
		}
	}
}

// calendrier computes the days of a case, and how many data are missing.
func calendrier(d *dossier.Calculateur, c *droit.Cas) ([]droit.JourCalcule, int, error) {
	var r droit.Resultat
	err := d.Calculer(c.Connu(), false, &r)
	return r.Jours, len(r.Manques), err
}

// loiSeule computes the days of a case by the law alone: what is not known counts
// as nothing, is asked for, and leaves waiting the days that hang on it.
func loiSeule(loi *prestations.Calcul, p *parametre.Table, c *droit.Cas) ([]droit.JourCalcule, int, error) {
	var r droit.Resultat
	err := loi.Calculer(c.Connu(), p, nil, &r)
	return r.Jours, len(loi.Besoins()), err
}

// compatible reports whether a calendar in which something is not known says
// nothing that the whole truth denies: its days are those of the truth, or
// wait, and then something is asked for.
func compatible(jours []droit.JourCalcule, manques int, vrais []droit.JourCalcule) bool {
	if len(jours) != len(vrais) {
		return false
	}
	attend := false
	for i := range jours {
		j, w := jours[i], vrais[i]
		if j.Etat == droit.Attente {
			attend = true
			continue
		}
		if j.Date != w.Date || j.Activite != w.Activite || j.Etat != w.Etat || j.IJ != w.IJ || j.Beneficiaire != w.Beneficiaire {
			return false
		}
	}
	return !attend || manques > 0
}

// oubli is a case of which something is not known, and the days of the truth.
type oubli struct {
	nom, empreinte string
	cas            *droit.Cas
	vrais          []droit.JourCalcule
}

// casOublies leaves one datum out of each example, one in every so many:
// those of an example do not depend on the others.
func casOublies(t *testing.T, p *parametre.Table, exs []exemple, un int) []oubli {
	var os []oubli
	for k := range exs {
		lire := func() *droit.Cas {
			c, _, err := calcul.Read(exs[k].Cas)
			if err != nil {
				t.Fatal(err)
			}
			return c
		}
		vrais, _, err := calendrier(dossier.NewCalculateur(p), lire())
		if err != nil {
			t.Fatal(err)
		}
		var ps []pas
		oublis(reflect.ValueOf(lire()).Elem(), nil, &ps)
		for i := range ps {
			if int(crc32.ChecksumIEEE([]byte(exs[k].ID))%1000+uint32(i))%un != 0 {
				continue
			}
			c := lire()
			ps[i].change(suivre(reflect.ValueOf(c).Elem(), ps[i].ou))
			os = append(os, oubli{fmt.Sprintf("%s oubli %d", exs[k].ID, i), exs[k].empreinte(), c, vrais})
		}
	}
	return os
}
