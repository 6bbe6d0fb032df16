<?xml version="1.0" encoding="UTF-8"?>
<!--
  For the classes alone: a type that is read by name (a repeated xs:choice whose elements say m:occurs) becomes a sequence,
  so that a class has one getter for each element and not one list of everything. JAXB reads elements in any order.
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:m="urn:dancu:message">

  <xsl:template match="@*|node()">
    <xsl:copy><xsl:apply-templates select="@*|node()"/></xsl:copy>
  </xsl:template>

  <xsl:template match="xs:choice[*/@m:occurs]">
    <xs:sequence><xsl:apply-templates select="node()"/></xs:sequence>
  </xsl:template>

  <xsl:template match="@m:occurs">
    <xsl:attribute name="minOccurs"><xsl:value-of select="substring(., 1, 1)"/></xsl:attribute>
    <xsl:if test="substring(., string-length(.)) = 'n'"><xsl:attribute name="maxOccurs">unbounded</xsl:attribute></xsl:if>
  </xsl:template>
</xsl:stylesheet>
